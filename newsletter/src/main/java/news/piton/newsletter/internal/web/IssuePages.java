package news.piton.newsletter.internal.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import java.util.OptionalLong;
import news.piton.core.id.GlobalId;
import news.piton.newsletter.internal.issue.IssueContent;
import news.piton.newsletter.internal.layout.IssueLayout;
import news.piton.newsletter.internal.layout.NoticeLayout;
import news.piton.newsletter.internal.sending.ReadIssue;

/** An issue in the browser: {@code GET /newsletter/issues/{id}}. */
public final class IssuePages {
    private final ReadIssue read;
    private final IssueLayout layout;
    private final NoticeLayout notices;

    public IssuePages(ReadIssue read, IssueLayout layout, NoticeLayout notices) {
        this.read = read;
        this.layout = layout;
        this.notices = notices;
    }

    public void show(ServerRequest request, ServerResponse response) {
        OptionalLong id =
                GlobalId.number("Issue", request.path().pathParameters().get("id"));
        String key = request.query().first("key").orElse("");
        Optional<IssueContent> content = id.isPresent() ? read.forReader(id.getAsLong(), key) : Optional.empty();
        if (content.isPresent()) {
            Answers.page(response, Status.OK_200, layout.page(content.get()));
        } else {
            Answers.page(
                    response,
                    Status.NOT_FOUND_404,
                    notices.page("There is no such issue", "It does not exist, or it has not been sent yet."));
        }
    }
}
