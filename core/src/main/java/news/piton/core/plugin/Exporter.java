package news.piton.core.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes what a module holds in a format that others can read. When several modules export the same format, each writes its
 * own part behind the other's, in dependency order; where one's part belongs inside another's, the downstream module
 * {@linkplain Contribution.Builder#answer answers} what the upstream one asks.
 *
 * <p>An exporter writes as a stream and holds a few pieces at a time, so that an archive of any size fits through. It reads
 * page after page: what changes meanwhile is told as it was or as it is.
 */
public interface Exporter {

    /** The format's name on the command line, for example {@code wxr}. */
    String format();

    /** As a file's name ends, without the dot: {@code xml}. */
    String extension();

    /** For {@code Content-Type}. */
    String contentType();

    /** @throws IOException when it cannot be written; what was written is no whole export */
    void run(Export export) throws IOException;

    /** One export. */
    interface Export {
        /** Buffered by the host; not to be closed. */
        OutputStream out();

        /** What other modules answer to a question of this one, in dependency order. */
        <T> List<T> answers(Class<T> question);
    }
}
