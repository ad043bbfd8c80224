package news.piton.comments.internal.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlaceTest {
    @Test
    void an_answer_hangs_below_the_comment_that_it_answers() {
        assertEquals(new Place(7L, 1), Place.TOP.ofAnswerTo(7));
    }

    @Test
    void an_answer_to_the_deepest_comment_hangs_beside_it() {
        assertEquals(new Place(7L, Place.DEEPEST), new Place(7L, Place.DEEPEST).ofAnswerTo(8));
    }
}
