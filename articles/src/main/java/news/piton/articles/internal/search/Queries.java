package news.piton.articles.internal.search;

import static news.piton.articles.internal.search.SearchIndex.micros;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Makes what is asked into what Lucene can look for in one state of its index. */
record Queries(IndexSearcher searcher, Instant now) {
    /** Oldest first: for pages that go backward. */
    static final Sort OLDEST = new Sort(
            new SortField(SearchIndex.LISTED, SortField.Type.LONG), new SortField(SearchIndex.ID, SortField.Type.LONG));

    /** How many longer words a word finds, the commonest, and how many are looked at for that. */
    private static final int LONGER = 32;

    private static final int LONGER_LOOKED_AT = 1_000;

    Query of(SearchQuery asked, SearchFilter filter) throws IOException {
        return all(asked, filter, Long.MIN_VALUE, micros(now)).build();
    }

    /** Only what lies behind a page's cursor in the order of time. */
    Query of(SearchQuery asked, SearchFilter filter, PageRequest page) throws IOException {
        Cursor cursor = page.cursor();
        if (cursor == null) {
            return of(asked, filter);
        }
        long time = cursor.key(0, 2);
        long id = cursor.key(1, 2);
        BooleanQuery.Builder sameMoment = all(asked, filter, time, time);
        // few articles have the same microsecond: those among them that the cursor has passed are left out one by one
        BooleanQuery.Builder behind = new BooleanQuery.Builder()
                .add(
                        page.backward()
                                ? all(asked, filter, time + 1, micros(now)).build()
                                : all(asked, filter, Long.MIN_VALUE, time - 1).build(),
                        Occur.SHOULD);
        sameMoment.add(
                org.apache.lucene.document.NumericDocValuesField.newSlowRangeQuery(
                        SearchIndex.ID,
                        page.backward() ? id + 1 : Long.MIN_VALUE,
                        page.backward() ? Long.MAX_VALUE : id - 1),
                Occur.FILTER);
        return behind.add(sameMoment.build(), Occur.SHOULD).build();
    }

    private BooleanQuery.Builder all(SearchQuery asked, SearchFilter filter, long from, long to) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : asked.words()) {
            all.add(word(word), Occur.MUST);
        }
        for (List<String> phrase : asked.phrases()) {
            all.add(new PhraseQuery(SearchIndex.WORDS, phrase.toArray(String[]::new)), Occur.MUST);
        }
        if (filter.sections() != null) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            for (long section : filter.sections()) {
                any.add(new TermQuery(new Term(SearchIndex.OF, SearchIndex.of("section", section))), Occur.SHOULD);
            }
            all.add(any.build(), Occur.FILTER);
        }
        of(all, "tag", filter.tag());
        of(all, "author", filter.author());
        of(all, "source", filter.source());
        long first = filter.from() == null ? from : Math.max(from, micros(filter.from()));
        long last = filter.before() == null ? to : Math.min(to, micros(filter.before()) - 1);
        Query listed = new IndexSortSortedNumericDocValuesRangeQuery(
                SearchIndex.LISTED, first, last, LongPoint.newRangeQuery(SearchIndex.LISTED_POINT, first, last));
        return all.add(listed, Occur.FILTER)
                .add(LongPoint.newRangeQuery(SearchIndex.CLOSES_POINT, Long.MIN_VALUE, micros(now)), Occur.MUST_NOT);
    }

    private static void of(BooleanQuery.Builder all, String kind, @org.jspecify.annotations.Nullable Long id) {
        if (id != null) {
            all.add(new TermQuery(new Term(SearchIndex.OF, SearchIndex.of(kind, id))), Occur.FILTER);
        }
    }

    private record Word(String text, int articles) {}

    /** The word, or any of the commonest that begin with it. */
    private Query word(String wanted) throws IOException {
        if (!SearchWords.open(wanted)) {
            return new TermQuery(new Term(SearchIndex.WORDS, wanted));
        }
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), SearchIndex.WORDS);
        List<Word> words = new ArrayList<>();
        if (terms != null) {
            TermsEnum all = terms.iterator();
            if (all.seekCeil(new BytesRef(wanted)) != TermsEnum.SeekStatus.END) {
                BytesRef term = all.term();
                while (term != null
                        && words.size() < LONGER_LOOKED_AT
                        && term.utf8ToString().startsWith(wanted)) {
                    words.add(new Word(term.utf8ToString(), all.docFreq()));
                    term = all.next();
                }
            }
        }
        if (words.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        SynonymQuery.Builder any = new SynonymQuery.Builder(SearchIndex.WORDS);
        words.stream()
                .sorted(Comparator.comparing((Word word) -> !word.text.equals(wanted))
                        .thenComparing(Comparator.comparingInt(Word::articles).reversed()))
                .limit(LONGER)
                .forEach(word -> any.addTerm(new Term(SearchIndex.WORDS, word.text)));
        return any.build();
    }
}
