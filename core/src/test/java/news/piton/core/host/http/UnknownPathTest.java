package news.piton.core.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class UnknownPathTest {
    @Test
    void is_answered_with_404_and_where_to_go() {
        try (Harbour harbour = Harbour.open()) {
            for (String path : new String[] {"/", "/nowhere", "/graphql/", "/graphql/nowhere"}) {
                HttpResponse<String> answer = harbour.get(path);
                assertEquals(404, answer.statusCode(), path);
                assertEquals("text/plain; charset=utf-8", Answers.type(answer));
                assertTrue(answer.body().contains("/graphql/schema.graphql"), answer.body());
            }
        }
    }

    @Test
    void has_no_body_for_head() throws IOException {
        try (Harbour harbour = Harbour.open()) {
            String heard = RawConversation.hold(harbour.port(), "HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertTrue(heard.startsWith("HTTP/1.1 404 ") && heard.endsWith("\r\n\r\n"), heard);
        }
    }
}
