package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleUpdatedTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void an_event_of_before_it_was_told_has_left_nothing() throws JsonProcessingException {
        assertEquals(new ArticleUpdated(7), JSON.readValue("{\"articleId\":7}", ArticleUpdated.class));
    }

    @Test
    void what_was_left_is_stored_with_the_event() throws JsonProcessingException {
        ArticleUpdated moved = new ArticleUpdated(7, new ArticleUpdated.Left(1L, List.of(2L, 3L), List.of()));
        assertEquals(moved, JSON.readValue(JSON.writeValueAsString(moved), ArticleUpdated.class));
    }
}
