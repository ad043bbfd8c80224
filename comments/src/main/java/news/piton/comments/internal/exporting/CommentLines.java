package news.piton.comments.internal.exporting;

import java.io.IOException;
import java.util.List;
import news.piton.comments.CommentView;
import news.piton.comments.internal.store.ExportStore;
import news.piton.comments.internal.store.ExportStore.Said;
import news.piton.core.id.GlobalId;
import news.piton.core.plugin.JsonLines;
import news.piton.core.plugin.JsonLines.Line;

/**
 * Comments as JSON lines, parents before answers: {@code type} is {@code comment}, with {@code id}, {@code article} (its id),
 * {@code parent} (the id of the comment that it answers), {@code author}, {@code email}, {@code staff}, {@code text}, {@code
 * status} (as in GraphQL), {@code postedAt}, {@code editedAt}. What does not apply is null, and so is all that the author said of
 * a comment that was taken back: it is there for the sake of its answers.
 */
public final class CommentLines implements JsonLines.Part {
    private static final int PAGE = 500;

    private final ExportStore store;

    public CommentLines(ExportStore store) {
        this.store = store;
    }

    @Override
    public String module() {
        return "comments";
    }

    @Override
    public void write(JsonLines lines) throws IOException {
        long last = 0;
        for (List<Said> page = store.after(last, PAGE); !page.isEmpty(); page = store.after(last, PAGE)) {
            for (Said said : page) {
                lines.write(line(said));
            }
            last = page.getLast().comment().id();
        }
    }

    private static Line line(Said said) {
        CommentView comment = said.comment();
        boolean told = !said.withdrawn();
        Long parent = comment.parentId();
        return JsonLines.line("comment")
                .with("id", GlobalId.encode("Comment", comment.id()))
                .with("article", GlobalId.encode("Article", comment.articleId()))
                .with("parent", parent == null ? null : GlobalId.encode("Comment", parent))
                .with("author", told ? comment.author().name() : null)
                .with("email", told ? said.email() : null)
                .with("staff", comment.author().staff())
                .with("text", told ? comment.body().text() : null)
                .with("status", comment.status())
                .with("postedAt", comment.postedAt())
                .with("editedAt", comment.editedAt());
    }
}
