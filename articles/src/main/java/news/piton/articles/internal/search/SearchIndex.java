package news.piton.articles.internal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.piton.articles.internal.store.SearchFeed.Mark;
import news.piton.articles.internal.store.SearchFeed.Named;
import news.piton.articles.internal.store.SearchFeed.Text;
import news.piton.core.page.Cursor;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;

/**
 * The words of all articles on this node's disk (Apache Lucene), newest first within each of its parts, so that looking for the
 * newest ends as soon as there are enough. It can be made again from the database at any time, and is when it is broken or
 * belongs to another paper or an older Piton.
 */
public final class SearchIndex implements AutoCloseable {
    static final String KEY = "key";
    static final String WORDS = "words";
    static final String OF = "of";
    static final String LISTED = "listed";
    static final String LISTED_POINT = "listed-point";
    static final String CLOSES_POINT = "closes-point";
    static final String ID = "id";
    private static final String CHANGED = "changed";
    private static final String PAPER = "paper";
    private static final String MAKING = "making";
    /** To be raised when articles get into the index in another way: older indexes are made again then. */
    private static final String MADE_LIKE_THIS = "3";
    /** Newest first. */
    static final Sort NEWEST =
            new Sort(new SortField(LISTED, SortField.Type.LONG, true), new SortField(ID, SortField.Type.LONG, true));

    /** How often a headline's words count beside the text's. */
    private static final int HEADLINE_WEIGHT = 3;

    /** How often those of its authors' and tags' names do, and those under its picture. */
    private static final int NAMES_WEIGHT = 2;

    private static final double BUFFER_MEGABYTES = 16;
    /** More nodes than that do not share one folder. */
    private static final int MOST_NEIGHBOURS = 50;

    private final IndexWriter writer;
    private final FSDirectory directory;
    private final SearcherManager searchers;

    private SearchIndex(FSDirectory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
    }

    /**
     * Opens the index in a folder, or in one beside it when another process uses that.
     *
     * @param paper tells the database that it is made from; an index made from another one is emptied
     */
    public static SearchIndex open(Path folder, String paper) {
        try {
            for (int neighbour = 0; neighbour < MOST_NEIGHBOURS; neighbour++) {
                Path place = folder.resolve("search-" + neighbour);
                try {
                    return at(place, paper);
                } catch (LockObtainFailedException inUse) {
                    continue;
                } catch (IOException | IllegalArgumentException broken) {
                    empty(place);
                    return at(place, paper);
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The search index in " + folder + " cannot be written", unwritable);
        }
        throw new IllegalStateException("The search index in " + folder + " is used by too many other processes.");
    }

    private static SearchIndex at(Path place, String paper) throws IOException {
        FSDirectory directory = FSDirectory.open(Files.createDirectories(place));
        try {
            IndexWriter writer = new IndexWriter(
                    directory, new IndexWriterConfig().setIndexSort(NEWEST).setRAMBufferSizeMB(BUFFER_MEGABYTES));
            Map<String, String> origin = Map.of(PAPER, paper, MAKING, MADE_LIKE_THIS);
            if (!origin.equals(committed(writer))) {
                writer.deleteAll();
                writer.setLiveCommitData(origin.entrySet());
            }
            return new SearchIndex(directory, writer);
        } catch (IOException | RuntimeException failed) {
            directory.close();
            throw failed;
        }
    }

    private static Map<String, String> committed(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(each -> data.put(each.getKey(), each.getValue()));
        }
        return data;
    }

    private static void empty(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /** What {@link #put} takes, by the article's id: the work of taking the texts apart, done beforehand. */
    static Map<Long, Document> documents(Collection<Text> texts, Map<Long, Instant> changed) {
        Map<Long, Document> documents = new HashMap<>();
        for (Text text : texts) {
            long mark = micros(changed.getOrDefault(text.article(), Instant.EPOCH));
            documents.put(text.article(), document(text, mark));
        }
        return documents;
    }

    /** Puts articles in place of what was known of them. Seen after {@link #refresh}. */
    void put(Map<Long, Document> documents) throws IOException {
        for (Map.Entry<Long, Document> each : documents.entrySet()) {
            writer.updateDocument(new Term(KEY, Long.toString(each.getKey())), each.getValue());
        }
    }

    private static Document document(Text text, long changed) {
        Document document = new Document();
        document.add(new StringField(KEY, Long.toString(text.article()), Field.Store.NO));
        document.add(new NumericDocValuesField(ID, text.article()));
        document.add(new NumericDocValuesField(CHANGED, changed));
        long listed = micros(text.listedAt());
        document.add(new NumericDocValuesField(LISTED, listed));
        if (!text.published()) {
            return document; // known, and found by nobody
        }
        document.add(new LongPoint(LISTED_POINT, listed));
        document.add(new LongPoint(CLOSES_POINT, text.closesAt() == null ? Long.MAX_VALUE : micros(text.closesAt())));
        of(document, "section", text.section());
        if (text.source() != null) {
            of(document, "source", text.source());
        }
        text.tags().forEach(tag -> of(document, "tag", tag.id()));
        text.authors().forEach(author -> of(document, "author", author.id()));
        document.add(new TextField(WORDS, new WordStream(parts(text).iterator())));
        return document;
    }

    private static Stream<List<String>> parts(Text text) {
        Stream<String> names =
                Stream.concat(text.authors().stream(), text.tags().stream()).map(Named::name);
        Stream<String> others = Stream.concat(Stream.of(text.body()), text.entries().stream());
        return Stream.of(
                        weighing(HEADLINE_WEIGHT, Stream.of(text.headline())),
                        weighing(NAMES_WEIGHT, Stream.concat(names, Stream.ofNullable(text.caption()))),
                        weighing(1, Stream.concat(Stream.ofNullable(text.standfirst()), others)))
                .flatMap(each -> each);
    }

    private static Stream<List<String>> weighing(int weight, Stream<String> parts) {
        return parts.flatMap(
                part -> Collections.nCopies(weight, SearchWords.all(part).toList()).stream());
    }

    static String of(String kind, long id) {
        return kind + id;
    }

    private static void of(Document document, String kind, long id) {
        document.add(new StringField(OF, of(kind, id), Field.Store.NO));
    }

    /** Those of these that are not known as they are. */
    List<Mark> unknown(Collection<Mark> marks) throws IOException {
        Map<Long, Long> known = new HashMap<>();
        IndexSearcher searcher = searchers.acquire();
        try {
            List<BytesRef> keys = marks.stream()
                    .map(mark -> new BytesRef(Long.toString(mark.article())))
                    .toList();
            for (ScoreDoc hit : searcher.search(new TermInSetQuery(KEY, keys), Math.max(1, keys.size())).scoreDocs) {
                known.put(value(searcher, ID, hit.doc), value(searcher, CHANGED, hit.doc));
            }
        } finally {
            searchers.release(searcher);
        }
        return marks.stream()
                .filter(mark -> !Long.valueOf(micros(mark.changedAt())).equals(known.get(mark.article())))
                .toList();
    }

    private static long value(IndexSearcher searcher, String field, int document) throws IOException {
        List<LeafReaderContext> parts = searcher.getIndexReader().leaves();
        LeafReaderContext part = parts.get(ReaderUtil.subIndex(document, parts));
        NumericDocValues values = part.reader().getNumericDocValues(field);
        return values != null && values.advanceExact(document - part.docBase) ? values.longValue() : 0;
    }

    /** Lets searches see what was put. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Lets what was put survive the process. */
    void commit() throws IOException {
        writer.commit();
    }

    interface Work<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    <T> T search(Work<T> work) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return work.with(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The search index cannot be read", failed);
        }
    }

    static long micros(Instant time) {
        return Cursor.of(time, 0).key(0, 2);
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }
}
