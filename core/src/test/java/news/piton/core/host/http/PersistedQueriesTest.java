package news.piton.core.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Apollo's automatic persisted queries. */
class PersistedQueriesTest {
    private static Harbour harbour;

    @BeforeAll
    static void open() {
        harbour = Harbour.open();
    }

    @AfterAll
    static void close() {
        harbour.close();
    }

    @Test
    void runs_a_document_by_its_hash_once_it_has_come_in_full() throws Exception {
        String query = "{n:name}";
        String extensions = extensions(hash(query));
        String unknown = harbour.post("{\"extensions\":" + extensions + "}").body();
        assertTrue(
                unknown.contains("PERSISTED_QUERY_NOT_FOUND") && unknown.contains("PersistedQueryNotFound"), unknown);
        assertTrue(harbour.post("{\"query\":\"" + query + "\",\"extensions\":" + extensions + "}")
                .body()
                .contains("Castries"));
        assertTrue(harbour.post("{\"extensions\":" + extensions + "}").body().contains("Castries"));
        assertTrue(harbour.get("/graphql?extensions=" + Harbour.encoded(extensions))
                .body()
                .contains("Castries"));
    }

    @Test
    void refuses_a_hash_of_another_document_and_a_malformed_one() throws Exception {
        for (String hash : new String[] {hash("{other:name}"), "abc", "z".repeat(64)}) {
            assertEquals(
                    400,
                    harbour.post("{\"query\":\"{name}\",\"extensions\":" + extensions(hash) + "}")
                            .statusCode());
        }
    }

    @Test
    void keeps_no_document_that_is_not_valid() throws Exception {
        String extensions = extensions(hash("{nope}"));
        harbour.post("{\"query\":\"{nope}\",\"extensions\":" + extensions + "}");
        assertTrue(harbour.post("{\"extensions\":" + extensions + "}").body().contains("PERSISTED_QUERY_NOT_FOUND"));
    }

    private static String extensions(String hash) {
        return "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}";
    }

    private static String hash(String query) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(query.getBytes(StandardCharsets.UTF_8)));
    }
}
