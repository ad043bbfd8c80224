package news.piton.articles.internal.graphql;

import java.util.List;
import news.piton.articles.ArticleView;
import news.piton.articles.AuthorView;
import news.piton.articles.CorrectionView;
import news.piton.articles.ImageView;
import news.piton.articles.SectionView;
import news.piton.articles.SourceView;
import news.piton.articles.TagView;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.body.Block;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.checks.PublishCheck;
import news.piton.articles.internal.history.Step;
import news.piton.articles.internal.revising.ArticleText;
import news.piton.articles.internal.revising.Revision;
import news.piton.articles.internal.revising.RevisionDiff;
import news.piton.articles.internal.store.ArchiveReads;
import news.piton.articles.internal.store.LiveBlog;
import news.piton.articles.internal.store.LiveEntry;
import news.piton.articles.internal.store.LiveWording;
import news.piton.articles.internal.store.PendingRetraction;
import news.piton.articles.internal.writing.ShowConflict;
import news.piton.core.plugin.PluginDescription;

/** The SDL of the articles, and the records behind its types. */
public final class ArticlesGraphql {
    private static final List<String> SUBJECTS = List.of(
            "articles",
            "body",
            "media",
            "search",
            "most-read",
            "catalogue",
            "catalogue-editing",
            "tags",
            "writing",
            "revisions",
            "publishing",
            "featuring",
            "archive",
            "checks",
            "corrections",
            "live");

    private ArticlesGraphql() {}

    /** The SDL and the records behind its types. */
    public static PluginDescription.Builder describe(PluginDescription.Builder module) {
        for (String subject : SUBJECTS) {
            module.sdl("graphql/" + subject + ".graphqls");
        }
        return module.type("Rendition", ImageFields.Rendition.class)
                .opens("Article", ArticleView.class)
                .opens("Section", SectionView.class)
                .opens("Tag", TagView.class)
                .opens("Author", AuthorView.class)
                .opens("Source", SourceView.class)
                .opens("Image", ImageView.class)
                .type("UnpublishedArticle", UnpublishedFields.UnpublishedArticle.class)
                .type("MovedArticle", UnpublishedFields.MovedArticle.class)
                .type("ArticleTransition", Step.class)
                .type("PublishedSpan", ArchiveReads.Span.class)
                .type("PublishCheck", PublishCheck.class)
                .type("Correction", CorrectionView.class)
                .type("PendingRetraction", PendingRetraction.class)
                .type("LiveBlog", LiveBlog.class)
                .type("LiveEntry", LiveEntry.class)
                .type("LiveEntryWording", LiveWording.class)
                .type("ArticleBody", Body.class)
                .type("Paragraph", Block.Paragraph.class)
                .type("Heading", Block.Heading.class)
                .type("Quote", Block.Quote.class)
                .type("PullQuote", Block.PullQuote.class)
                .type("ListBlock", Block.ListBlock.class)
                .type("ImageBlock", Block.ImageBlock.class)
                .type("Embed", Block.Embed.class)
                .type("MarkupBlock", Block.MarkupBlock.class)
                .type("Revision", Revision.class)
                .type("RevisionImage", Picture.class)
                .type("RevisionDiff", RevisionDiff.class)
                .type("FieldDiff", RevisionDiff.FieldDiff.class)
                .type("BlockDiff", RevisionDiff.BlockDiff.class)
                .type("DiffSegment", RevisionDiff.Segment.class)
                .type("EditConflict", ShowConflict.EditConflict.class)
                .type("ArticleText", ArticleText.class);
    }
}
