package news.piton.core.host.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes as no HTTP client would, and reads what comes back until the server hangs up. */
final class RawConversation {
    private static final int PATIENCE = 10_000;

    private RawConversation() {}

    /** Says all there is to say, and that this was all. */
    static String hold(int port, String said) throws IOException {
        return hold(port, said, true);
    }

    /** Waits, as if there were more to say, until the server hangs up. */
    static String holdOn(int port, String said) throws IOException {
        return hold(port, said, false);
    }

    private static String hold(int port, String said, boolean all) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE);
            OutputStream out = socket.getOutputStream();
            out.write(said.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            if (all) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    static int answers(String heard) {
        return heard.split("HTTP/1\\.1 [0-9]", -1).length - 1;
    }
}
