package news.piton.articles.internal.search;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** An article's words as Lucene takes them, with a gap between its parts that no phrase reaches over. */
final class WordStream extends TokenStream {
    private static final int GAP = 100;

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Iterator<List<String>> parts;
    private Iterator<String> words = Collections.emptyIterator();

    /** @param parts each with its words; a part that is there several times counts so often */
    WordStream(Iterator<List<String>> parts) {
        this.parts = parts;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        int increment = 1;
        while (!words.hasNext()) {
            if (!parts.hasNext()) {
                return false;
            }
            words = parts.next().iterator();
            increment = GAP;
        }
        word.append(words.next());
        step.setPositionIncrement(increment);
        return true;
    }
}
