package news.piton.comments.internal.exporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.piton.comments.CommentView;
import news.piton.comments.internal.store.ExportStore;
import news.piton.comments.internal.store.ExportStore.Said;
import news.piton.core.id.GlobalId;
import news.piton.core.plugin.Exporter;
import org.jspecify.annotations.Nullable;

/**
 * Comments as JSON lines, parents before answers: {@code type} is {@code comment}, with {@code id}, {@code article} (its id),
 * {@code parent} (the id of the comment that it answers), {@code author}, {@code email}, {@code staff}, {@code text}, {@code
 * status} (as in GraphQL), {@code postedAt}, {@code editedAt}; and, last, {@code end} with {@code module} and {@code lines}.
 * What does not apply is null.
 */
public final class CommentLines implements Exporter {
    private static final int PAGE = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExportStore store;

    public CommentLines(ExportStore store) {
        this.store = store;
    }

    @Override
    public String format() {
        return "jsonl";
    }

    @Override
    public String extension() {
        return "jsonl";
    }

    @Override
    public String contentType() {
        return "application/jsonl; charset=utf-8";
    }

    @Override
    public void run(Export export) throws IOException {
        long lines = 0;
        long last = 0;
        for (List<Said> page = store.after(last, PAGE); !page.isEmpty(); page = store.after(last, PAGE)) {
            for (Said said : page) {
                write(export.out(), line(said));
            }
            lines += page.size();
            last = page.getLast().comment().id();
        }
        Map<String, Object> end = new LinkedHashMap<>();
        end.put("type", "end");
        end.put("module", "comments");
        end.put("lines", lines + 1);
        write(export.out(), end);
    }

    private static Map<String, Object> line(Said said) {
        CommentView comment = said.comment();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", "comment");
        line.put("id", GlobalId.encode("Comment", comment.id()));
        line.put("article", GlobalId.encode("Article", comment.articleId()));
        Long parent = comment.parentId();
        put(line, "parent", parent == null ? null : GlobalId.encode("Comment", parent));
        line.put("author", comment.author().name());
        put(line, "email", said.email());
        line.put("staff", comment.author().staff());
        line.put("text", comment.body().text());
        line.put("status", comment.status().name());
        line.put("postedAt", comment.postedAt().toString());
        put(line, "editedAt", comment.editedAt());
        return line;
    }

    @SuppressWarnings("NullAway") // a line's field may be null, as JSON has it
    private static void put(Map<String, Object> line, String field, @Nullable Object value) {
        line.put(field, value == null ? null : value.toString());
    }

    private static void write(OutputStream out, Map<String, Object> line) throws IOException {
        out.write(JSON.writeValueAsBytes(line));
        out.write('\n');
    }
}
