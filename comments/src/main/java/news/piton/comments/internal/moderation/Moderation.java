package news.piton.comments.internal.moderation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import news.piton.comments.CommentStatus;
import news.piton.comments.CommentView;
import news.piton.comments.internal.policy.Rule;
import news.piton.comments.internal.thread.PlainText;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.GlobalId;
import news.piton.core.identity.Viewer;
import news.piton.core.text.Visible;
import org.jspecify.annotations.Nullable;

/** The moderators' desk: takes decisions in, refuses what makes no sense, and has the rest {@linkplain Decide carried out}. */
public final class Moderation {
    private static final int MOST = 100;
    private static final int LONGEST_NOTE = 1_000;
    private final Decide decide;

    public Moderation(Decide decide) {
        this.decide = decide;
    }

    public record Approval(
            List<String> ids,
            @Nullable String note,
            @Nullable CommentStatus expectedStatus,
            @Nullable List<Integer> expectedVersions) {}

    public record Rejection(
            List<String> ids,
            String rule,
            @Nullable String note,
            @Nullable CommentStatus expectedStatus,
            @Nullable List<Integer> expectedVersions) {}

    public record SpamMark(
            List<String> ids,
            @Nullable CommentStatus expectedStatus,
            @Nullable List<Integer> expectedVersions) {}

    public record Moderated(List<CommentView> comments) {}

    public Outcome<Moderated> approve(Approval input, Viewer.Staff by) {
        List<UserError> errors = new ArrayList<>();
        List<Long> ids = ids(input.ids(), errors);
        Expected expected = expected(input.expectedStatus(), input.expectedVersions(), ids, errors);
        String note = note(input.note(), errors);
        if (!errors.isEmpty()) {
            return Outcome.refused(errors);
        }
        return decide.decide(new Decision.Approve(by, note), ids, expected).map(Moderated::new);
    }

    public Outcome<Moderated> reject(Rejection input, Viewer.Staff by) {
        List<UserError> errors = new ArrayList<>();
        List<Long> ids = ids(input.ids(), errors);
        Expected expected = expected(input.expectedStatus(), input.expectedVersions(), ids, errors);
        String note = note(input.note(), errors);
        Optional<Rule> rule = Rule.named(input.rule());
        if (rule.isEmpty()) {
            errors.add(UserError.at(
                    "rule", "INVALID", "Name the rule that is broken, one of " + List.of(Rule.values()) + "."));
        }
        if (!errors.isEmpty()) {
            return Outcome.refused(errors);
        }
        return decide.decide(new Decision.Reject(by, rule.orElseThrow(), note), ids, expected)
                .map(Moderated::new);
    }

    public Outcome<Moderated> markAsSpam(SpamMark input, Viewer.Staff by) {
        List<UserError> errors = new ArrayList<>();
        List<Long> ids = ids(input.ids(), errors);
        Expected expected = expected(input.expectedStatus(), input.expectedVersions(), ids, errors);
        if (!errors.isEmpty()) {
            return Outcome.refused(errors);
        }
        return decide.decide(new Decision.MarkAsSpam(by), ids, expected).map(Moderated::new);
    }

    private static List<Long> ids(List<String> given, List<UserError> errors) {
        if (given.isEmpty() || given.size() > MOST) {
            errors.add(UserError.at("ids", "INVALID", "Name 1 to " + MOST + " comments, not " + given.size() + "."));
            return List.of();
        }
        Set<Long> ids = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            OptionalLong id = GlobalId.number("Comment", given.get(i));
            if (id.isEmpty()) {
                errors.add(new UserError("NOT_FOUND", "This is not the id of a comment.", Decide.path(i)));
            } else if (!ids.add(id.getAsLong())) {
                errors.add(new UserError("INVALID", "This comment is named twice.", Decide.path(i)));
            }
        }
        return List.copyOf(ids);
    }

    private static Expected expected(
            @Nullable CommentStatus status, @Nullable List<Integer> given, List<Long> ids, List<UserError> errors) {
        if (given == null || !errors.isEmpty()) {
            return new Expected(status, Map.of());
        }
        if (given.size() != ids.size()) {
            errors.add(UserError.at(
                    "expectedVersions",
                    "INVALID",
                    "Name a version for each of the " + ids.size() + " comments, not " + given.size() + "."));
            return new Expected(status, Map.of());
        }
        Map<Long, Integer> versions = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            versions.put(ids.get(i), given.get(i));
        }
        return new Expected(status, versions);
    }

    private static @Nullable String note(@Nullable String given, List<UserError> errors) {
        if (given == null) {
            return null;
        }
        String note = PlainText.clean(given).strip();
        if (PlainText.length(note) > LONGEST_NOTE) {
            errors.add(UserError.at("note", "TOO_LONG", "Please keep the note to " + LONGEST_NOTE + " characters."));
        }
        return !Visible.anything(note) ? null : note;
    }
}
