package news.piton.comments;

import static news.piton.comments.CommentPermissions.MODERATE_COMMENTS;

import java.time.Duration;
import java.util.Set;
import news.piton.articles.Articles;
import news.piton.articles.wxr.WordPressArchive;
import news.piton.articles.wxr.WxrDiscussions;
import news.piton.comments.internal.exporting.CommentLines;
import news.piton.comments.internal.exporting.DiscussionsAsWxr;
import news.piton.comments.internal.graphql.ApprovedComments;
import news.piton.comments.internal.graphql.CommentFields;
import news.piton.comments.internal.graphql.CommentLoaders;
import news.piton.comments.internal.graphql.CommentOperations;
import news.piton.comments.internal.moderation.Decide;
import news.piton.comments.internal.moderation.Moderation;
import news.piton.comments.internal.moderation.SetCommentsOpen;
import news.piton.comments.internal.policy.Checks;
import news.piton.comments.internal.policy.CommentPolicy;
import news.piton.comments.internal.policy.PolicyFinding;
import news.piton.comments.internal.posting.AddComment;
import news.piton.comments.internal.posting.CheckComment;
import news.piton.comments.internal.posting.EditComment;
import news.piton.comments.internal.posting.ExamineComment;
import news.piton.comments.internal.posting.OpenDiscussions;
import news.piton.comments.internal.posting.PostComment;
import news.piton.comments.internal.posting.Receipts;
import news.piton.comments.internal.posting.ShowReceipt;
import news.piton.comments.internal.posting.WithdrawComment;
import news.piton.comments.internal.reading.VisibleArticles;
import news.piton.comments.internal.reading.VisibleComments;
import news.piton.comments.internal.sample.SampleComments;
import news.piton.comments.internal.store.CommentStore;
import news.piton.comments.internal.store.DiscussionStore;
import news.piton.comments.internal.store.ExportStore;
import news.piton.comments.internal.store.FindingStore;
import news.piton.comments.internal.store.HistoryStore;
import news.piton.comments.internal.store.ImportStore;
import news.piton.comments.internal.store.ThreadStore;
import news.piton.comments.internal.thread.EditWindow;
import news.piton.comments.internal.thread.ModerationEvent;
import news.piton.comments.internal.wordpress.BringThread;
import news.piton.comments.internal.wordpress.ImportComments;
import news.piton.core.identity.Role;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;
import news.piton.core.settings.Setting;

/** The comments, as the host sees them, and the place where their objects are put together. */
public final class CommentsPlugin implements Plugin {
    private static final Setting<Integer> LINKS_ALLOWED = Setting.number(
            "comments.links-allowed",
            2,
            0,
            100,
            "How many links a comment may have before it is marked for the moderators.");
    private static final Setting<String> FOUL_WORDS = Setting.text(
            "comments.foul-words",
            "",
            "Words to mark for the moderators beyond Piton's own list, separated by commas.");
    private static final Setting<Integer> CLOSE_AFTER_DAYS = Setting.number(
            "comments.close-after-days",
            0,
            0,
            36_500,
            "How many days after an article's publication its comments close by themselves; 0 for never.");

    private static final Setting<Integer> EDITABLE_MINUTES = Setting.number(
            "comments.editable-minutes",
            5,
            0,
            1_440,
            "How many minutes after posting an author may change a comment that still waits; 0 for never.");

    @Override
    public PluginDescription describe() {
        return PluginDescription.of("comments", "0.1.0")
                .requires("articles")
                .migrations()
                .sdl("graphql/comments-reading.graphqls")
                .sdl("graphql/comments-posting.graphqls")
                .sdl("graphql/comments-moderation.graphqls")
                .operations("graphiql/comment.graphql", "graphiql/moderate.graphql")
                .opens("Comment", CommentView.class)
                .type("CommentAuthor", CommentAuthor.class)
                .type("CommentBody", CommentBody.class)
                .type("CommentPolicy", CommentPolicy.class)
                .type("PolicyFinding", PolicyFinding.class)
                .type("ModerationEvent", ModerationEvent.class)
                .type("CommentReceipt", ShowReceipt.Receipt.class)
                .permission(MODERATE_COMMENTS)
                .role(new Role("MODERATOR", "Looks after the comments.", Set.of(MODERATE_COMMENTS)))
                .role(new Role("EDITOR", "Runs the paper.", Set.of(MODERATE_COMMENTS)))
                .setting(LINKS_ALLOWED)
                .setting(FOUL_WORDS)
                .setting(CLOSE_AFTER_DAYS)
                .setting(EDITABLE_MINUTES)
                .publishes(CommentPosted.TYPE, CommentApproved.TYPE, CommentRejected.TYPE)
                .build();
    }

    @Override
    public Contribution install(Platform platform) {
        var database = platform.database();
        var clock = platform.clock();
        var articles = platform.api(Articles.class);
        var settings = platform.settings();

        var findings = new FindingStore(database);
        var comments = new CommentStore(database, findings);
        var threads = new ThreadStore(database);
        var discussions = new DiscussionStore(database);
        var history = new HistoryStore(database, platform.ids());

        var visible = new VisibleComments(comments, articles);
        var visibleArticles = new VisibleArticles(articles);

        var decide = new Decide(database, clock, comments, discussions, history, platform.outbox());
        var moderation = new Moderation(decide);
        var setCommentsOpen = new SetCommentsOpen(database, visibleArticles, discussions);

        var checks = Checks.usual(settings.get(LINKS_ALLOWED), settings.get(FOUL_WORDS));
        var open = new OpenDiscussions(articles, discussions, clock, settings.get(CLOSE_AFTER_DAYS));
        var window = new EditWindow(Duration.ofMinutes(settings.get(EDITABLE_MINUTES)));
        var examine = new ExamineComment(clock, checks, comments);
        var receipts = new Receipts(platform.tokens());
        var addComment = new AddComment(clock, platform.ids(), examine, comments, decide, platform.outbox());
        var postComment = new PostComment(database, platform.guard(), open, comments, addComment, receipts);
        var checkComment = new CheckComment(platform.guard(), checks);
        var editComment = new EditComment(
                database, clock, platform.guard(), window, receipts, articles, comments, discussions, history, examine);
        var withdrawComment = new WithdrawComment(receipts, articles, decide);
        var showReceipt = new ShowReceipt(clock, window, receipts, articles, comments, findings, history);

        var loaders = CommentLoaders.of(visibleArticles, visible, threads, discussions, comments, findings, history);
        var fields = new CommentFields(loaders, open);

        var operations = new CommentOperations(
                postComment,
                checkComment,
                editComment,
                withdrawComment,
                showReceipt,
                moderation,
                setCommentsOpen,
                threads);
        var contribution = Contribution.builder();
        fields.contribute(contribution);
        operations.contribute(contribution);
        var bringThread = new BringThread(
                database,
                clock,
                platform.site().zone(),
                platform.ids(),
                new ImportStore(database),
                comments,
                discussions,
                history);
        var exports = new ExportStore(database);
        return contribution
                .export(Comments.class, discussions::shownCounts)
                .importer(new ImportComments(platform.api(WordPressArchive.class), bringThread))
                .exporter(new CommentLines(exports))
                .answer(
                        WxrDiscussions.class,
                        new DiscussionsAsWxr(exports, platform.site().zone()))
                .subscription("commentApproved", CommentApproved.TYPE, new ApprovedComments(visibleArticles, visible))
                .sample(new SampleComments(clock, articles, addComment, decide)::write)
                .build();
    }
}
