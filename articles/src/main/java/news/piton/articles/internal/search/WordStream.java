package news.piton.articles.internal.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
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

    /** @param weight how often the headline counts */
    WordStream(int weight, List<String> headline, Stream<List<String>> others) {
        List<List<String>> all = new ArrayList<>(Collections.nCopies(weight, headline));
        others.forEach(all::add);
        this.parts = all.iterator();
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
