package news.piton.articles;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;

/** What is asked again and again of articles and their revisions, by staff and, to compare, by a guest. */
record Newsroom(TestHost host) {
    static final String REVISION = "{ id number action pending savedBy savedAt note slug headline standfirst"
            + " body { text } section { slug } tags authors { name } restoredFrom { number } settles { number }"
            + " image { url alt } article { id } }";

    /** A body, as inputs take it. */
    static Map<String, Object> html(String text) {
        return Map.of("format", "HTML", "text", text);
    }

    Reply edit(String who, String mutation, Map<String, Object> input) {
        return ArticlesFixture.edit(host, who, mutation, input);
    }

    /** The headline that readers see. */
    String headline(String id) {
        return ArticlesFixture.read(host, id).ok().text("/data/article/headline");
    }

    /** Fields of an article, in braces, as an author sees them. */
    JsonNode staff(String id, String fields) {
        return host.as("AUTHOR")
                .send("query($id: ID!) { article(id: $id) " + fields + " }", Map.of("id", id))
                .ok()
                .at("/data/article");
    }

    /** All of an article, newest first, each as {@link #REVISION}. */
    JsonNode revisions(String id) {
        return staff(id, "{ revisions { totalCount nodes " + REVISION + " } }").at("/revisions");
    }

    /** The id of the revision that waits; empty where none does. */
    String pending(String id) {
        return staff(id, "{ pendingRevision { id } }").at("/pendingRevision/id").asText("");
    }
}
