package news.piton.newsletter.internal.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import news.piton.newsletter.IssueStatus;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.internal.store.HeadlineStore;
import org.junit.jupiter.api.Test;

/** The migration that notes what earlier issues have told. */
class ToldSoFarDbTest extends Ledger {
    @Test
    void notes_what_issues_have_told_that_began_before_anybody_noted_it() throws IOException {
        HeadlineStore headlines = new HeadlineStore(database);
        IssueView issue = begun("ana@example.org");
        assertEquals(Set.of(), headlines.told(NEWSLETTER, List.of(HEADLINE.articleId())));
        migrate();
        migrate();
        assertEquals(Set.of(HEADLINE.articleId()), headlines.told(NEWSLETTER, List.of(HEADLINE.articleId(), 8L)));
        assertEquals(Set.of(), headlines.told(NEWSLETTER + 1, List.of(HEADLINE.articleId())));
        issues.move(issue.id(), IssueStatus.SENDING, IssueStatus.CANCELLED);
        assertEquals(Set.of(), headlines.told(NEWSLETTER, List.of(HEADLINE.articleId())));
    }

    private void migrate() throws IOException {
        String script = "/db/migration/newsletter/V009__told_so_far.sql";
        try (InputStream sql = Objects.requireNonNull(getClass().getResourceAsStream(script), script)) {
            database.sql().execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
