package news.piton.comments.internal.wordpress;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.articles.wxr.WxrComment;
import news.piton.articles.wxr.WxrItem;
import news.piton.comments.CommentAuthor;
import news.piton.comments.CommentBody;
import news.piton.comments.CommentStatus;
import news.piton.comments.CommentView;
import news.piton.comments.internal.store.CommentStore;
import news.piton.comments.internal.store.DiscussionStore;
import news.piton.comments.internal.store.HistoryStore;
import news.piton.comments.internal.store.ImportStore;
import news.piton.comments.internal.thread.ModerationEvent;
import news.piton.comments.internal.thread.NewComment;
import news.piton.comments.internal.thread.Place;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;

/** Brings in the comments of one post, all of those that are new or none, in one transaction. */
public final class BringThread {
    private final Database database;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Ids ids;
    private final ImportStore imports;
    private final CommentStore comments;
    private final DiscussionStore discussions;
    private final HistoryStore history;

    /** @param zone the old site's, for comments whose time is known by its clock only */
    public BringThread(
            Database database,
            InstantSource clock,
            ZoneId zone,
            Ids ids,
            ImportStore imports,
            CommentStore comments,
            DiscussionStore discussions,
            HistoryStore history) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
        this.ids = ids;
        this.imports = imports;
        this.comments = comments;
        this.discussions = discussions;
        this.history = history;
    }

    ThreadReport bring(long articleId, String origin, WxrItem item) {
        return database.inTransaction(() -> {
            if (!item.commentsOpen()) {
                imports.closeUntouched(articleId);
            }
            ThreadReport report = new ThreadReport();
            List<Arrival> arrivals = arrivals(item, report);
            if (!arrivals.isEmpty()) {
                discussions.lock(List.of(articleId));
                add(articleId, origin, arrivals, report);
            }
            return report;
        });
    }

    private static List<Arrival> arrivals(WxrItem item, ThreadReport report) {
        List<Arrival> arrivals = new ArrayList<>();
        for (WxrComment comment : item.comments()) {
            switch (Arrival.of(comment)) {
                case Arrival.Welcome(Arrival arrival) -> arrivals.add(arrival);
                case Arrival.LeftOut(String why) -> report.skipped(inShort(comment), why);
            }
        }
        return arrivals;
    }

    private void add(long articleId, String origin, List<Arrival> arrivals, ThreadReport report) {
        Map<Long, ImportStore.Known> known =
                imports.known(origin, arrivals.stream().map(Arrival::original).toList());
        Map<Long, Place> answers = new HashMap<>();
        known.forEach(
                (original, comment) -> answers.put(original, comment.place().ofAnswerTo(comment.id())));
        List<Long> shown = new ArrayList<>();
        for (Arrival arrival : Arrival.parentsFirst(arrivals)) {
            if (known.containsKey(arrival.original())) {
                report.known();
                continue;
            }
            Place place = answers.get(arrival.parent());
            if (place == null && arrival.parent() != 0) {
                report.orphan(inShort(arrival.comment()));
            }
            long id = add(articleId, origin, arrival, place == null ? Place.TOP : place, answers);
            if (arrival.status() == CommentStatus.APPROVED) {
                shown.add(id);
            }
            report.imported();
        }
        comments.show(shown);
        discussions.recount(List.of(articleId));
    }

    private long add(long articleId, String origin, Arrival arrival, Place place, Map<Long, Place> answers) {
        CommentView view = new CommentView(
                ids.next(),
                articleId,
                place.parentId(),
                new CommentAuthor(arrival.author().value(), false),
                new CommentBody(arrival.text().value()),
                arrival.status(),
                arrival.comment().date().instant(zone).orElseGet(clock::instant).truncatedTo(ChronoUnit.MICROS),
                null,
                false,
                1);
        comments.add(new NewComment(
                view, place.depth(), arrival.email(), null, arrival.text().digest(), List.of()));
        imports.remember(origin, arrival.original(), view.id());
        if (view.status() != CommentStatus.PENDING) {
            String moderator = origin.length() <= 80 ? "WordPress, " + origin : "WordPress";
            ModerationEvent event =
                    new ModerationEvent(clock.instant(), moderator, CommentStatus.PENDING, view.status(), null, null);
            history.add(null, Map.of(view.id(), event));
        }
        answers.put(arrival.original(), place.ofAnswerTo(view.id()));
        return view.id();
    }

    static String inShort(WxrComment comment) {
        return PlainComment.of(comment.author()) + ": " + PlainComment.of(comment.content());
    }
}
