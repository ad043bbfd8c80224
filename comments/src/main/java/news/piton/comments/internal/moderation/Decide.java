package news.piton.comments.internal.moderation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.piton.comments.CommentApproved;
import news.piton.comments.CommentRejected;
import news.piton.comments.CommentStatus;
import news.piton.comments.CommentView;
import news.piton.comments.internal.store.CommentStore;
import news.piton.comments.internal.store.DiscussionStore;
import news.piton.comments.internal.store.HistoryStore;
import news.piton.comments.internal.thread.ModerationEvent;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.identity.Viewer;
import news.piton.core.outbox.Outbox;

/**
 * Carries a decision out, on all of the comments or on none. The discussions are locked first: of two who decide at the same
 * time, the second finds the comment decided.
 */
public final class Decide {
    private final Database database;
    private final InstantSource clock;
    private final CommentStore comments;
    private final DiscussionStore discussions;
    private final HistoryStore history;
    private final Outbox outbox;

    public Decide(
            Database database,
            InstantSource clock,
            CommentStore comments,
            DiscussionStore discussions,
            HistoryStore history,
            Outbox outbox) {
        this.database = database;
        this.clock = clock;
        this.comments = comments;
        this.discussions = discussions;
        this.history = history;
        this.outbox = outbox;
    }

    /**
     * @param ids each once
     * @param expected what must still be so
     * @return the comments afterwards, in the order of the ids; or NOT_FOUND and CONFLICT errors at {@code input.ids.N}
     */
    public Outcome<List<CommentView>> decide(Decision decision, List<Long> ids, Expected expected) {
        return database.inTransaction(() -> {
            Set<Long> wanted = Set.copyOf(ids);
            Set<Long> articles = articles(comments.any(wanted).values());
            discussions.lock(articles);
            Map<Long, CommentView> found = comments.any(wanted);
            List<UserError> errors = obstacles(decision, ids, expected, found);
            if (!errors.isEmpty()) {
                return Outcome.refused(errors);
            }
            carryOut(decision, found.values());
            discussions.recount(articles);
            Map<Long, CommentView> decided = comments.any(wanted);
            return Outcome.done(ids.stream().map(decided::get).toList());
        });
    }

    private void carryOut(Decision decision, Collection<CommentView> all) {
        List<Long> ids = all.stream().map(CommentView::id).toList();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Viewer.Staff decider = decision.decider();
        comments.setStatus(ids, decision.outcome());
        comments.show(ids);
        Map<Long, ModerationEvent> events = new LinkedHashMap<>();
        all.forEach(comment -> events.put(comment.id(), decision.event(comment.status(), now)));
        history.add(decider == null ? null : decider.id(), events);
        announce(decision, all);
    }

    private void announce(Decision decision, Collection<CommentView> all) {
        switch (decision) {
            case Decision.Approve approve ->
                outbox.publish(
                        CommentApproved.TYPE,
                        all.stream()
                                .map(comment -> new CommentApproved(comment.id(), comment.articleId()))
                                .toList());
            case Decision.Reject reject ->
                outbox.publish(
                        CommentRejected.TYPE,
                        all.stream()
                                .map(comment -> new CommentRejected(comment.id(), comment.articleId()))
                                .toList());
            case Decision.MarkAsSpam spam -> {}
            case Decision.Withdraw withdraw -> {}
        }
    }

    private List<UserError> obstacles(
            Decision decision, List<Long> ids, Expected expected, Map<Long, CommentView> found) {
        Set<Long> elsewhere = found.values().stream()
                .filter(comment -> !isOpenTo(decision, comment, expected))
                .map(CommentView::id)
                .collect(Collectors.toSet());
        Map<Long, List<ModerationEvent>> past = elsewhere.isEmpty() ? Map.of() : history.of(elsewhere);
        List<UserError> errors = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            CommentView comment = found.get(ids.get(i));
            if (comment == null) {
                errors.add(new UserError("NOT_FOUND", "There is no such comment.", path(i)));
            } else if (elsewhere.contains(comment.id())) {
                String message = whatHappened(comment, past.getOrDefault(comment.id(), List.of()))
                        + whatToDo(decision, comment, expected);
                errors.add(new UserError("CONFLICT", message, path(i)));
            }
        }
        return errors;
    }

    private static boolean isOpenTo(Decision decision, CommentView comment, Expected expected) {
        return comment.status().mayBecome(decision.outcome()) && expected.is(comment);
    }

    static List<String> path(int position) {
        return List.of("input", "ids", String.valueOf(position));
    }

    private static String whatHappened(CommentView comment, List<ModerationEvent> past) {
        String now = "This comment is " + comment.status() + " by now (version " + comment.version() + ")";
        if (past.isEmpty() || comment.status() == CommentStatus.PENDING) {
            return now + "; nobody has decided about it yet. Nothing was changed";
        }
        ModerationEvent last = past.getLast();
        String who = last.moderator() == null ? "its author" : last.moderator();
        return now + ": " + who + " decided so at " + last.at().truncatedTo(ChronoUnit.SECONDS)
                + ". Nothing was changed";
    }

    private static String whatToDo(Decision decision, CommentView comment, Expected expected) {
        if (comment.status() == CommentStatus.WITHDRAWN) {
            return "; what its author took back stays so.";
        }
        if (!comment.status().mayBecome(decision.outcome())) {
            return "; it is where you want it.";
        }
        return expected.isTextOf(comment)
                ? "; to decide all the same, send the status you see as `expectedStatus`."
                : "; read it again, and send the version you see in `expectedVersions`.";
    }

    private static Set<Long> articles(Collection<CommentView> comments) {
        return Set.copyOf(comments.stream().map(CommentView::articleId).toList());
    }
}
