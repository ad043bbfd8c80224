package news.piton.core.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that sends five megabytes before it reads hears why nobody wanted them. */
@Timeout(60)
class UnreadBodyTest {
    private static final byte[] BODY = "x".repeat(5_000_000).getBytes(StandardCharsets.US_ASCII);
    private static Harbour harbour;

    @BeforeAll
    static void open() {
        harbour = Harbour.open();
    }

    @AfterAll
    static void close() {
        harbour.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/graphql, application/json, Content-Length: 5000000, 413",
        "/graphql, text/plain, Content-Length: 5000000, 415",
        "/graphql, application/json, Content-Length: -5000000, 400",
        "/nowhere, text/plain, Content-Length: 5000000, 404"
    })
    void is_told_before_the_connection_closes(String path, String type, String length, int status) throws IOException {
        for (int i = 0; i < 5; i++) {
            try (Socket socket = new Socket("127.0.0.1", harbour.port())) {
                socket.setSoTimeout(10_000);
                OutputStream out = socket.getOutputStream();
                String head = "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type + "\r\n" + length
                        + "\r\nConnection: close\r\n\r\n";
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.write(BODY);
                out.flush();
                socket.shutdownOutput();
                String heard = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(heard.startsWith("HTTP/1.1 " + status + " "), heard);
                assertEquals(1, RawConversation.answers(heard));
            }
        }
    }
}
