package news.piton.newsletter.internal.sending;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.GlobalId;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.internal.store.IssueStore;

/** How all that staff do with an issue begins, and the words for what they cannot do. */
final class FindIssue {
    private FindIssue() {}

    /** The issue with this global id, locked until the end of the transaction. */
    static Outcome<IssueView> locked(IssueStore issues, String globalId) {
        OptionalLong id = GlobalId.number("Issue", globalId);
        Optional<IssueView> issue = id.isPresent() ? issues.lock(id.getAsLong()) : Optional.empty();
        return issue.map(Outcome::done).orElseGet(FindIssue::missing);
    }

    static Outcome<IssueView> again(IssueStore issues, long id) {
        return issues.find(id).map(Outcome::done).orElseGet(FindIssue::missing);
    }

    static Outcome<IssueView> missing() {
        return Outcome.refused(UserError.at("id", "NOT_FOUND", "There is no issue with this id."));
    }

    static Outcome<IssueView> wrongStatus(IssueView issue, String rule) {
        String status = issue.status().name().toLowerCase(Locale.ROOT);
        return Outcome.refused(UserError.at("id", "WRONG_STATUS", rule + " This issue is " + status + "."));
    }
}
