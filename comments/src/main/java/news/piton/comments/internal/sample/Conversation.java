package news.piton.comments.internal.sample;

import java.util.List;

/**
 * What is said under one article of the sample.
 *
 * @param about a word of the article's slug
 */
record Conversation(String about, List<Said> said) {
    Conversation(String about, Said... said) {
        this(about, List.of(said));
    }
}
