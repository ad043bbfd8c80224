package news.piton.articles.internal.graphql;

import java.time.InstantSource;
import java.util.List;
import news.piton.articles.ArticleView;
import news.piton.articles.AuthorView;
import news.piton.articles.CorrectionView;
import news.piton.articles.ImageView;
import news.piton.articles.SectionView;
import news.piton.articles.SourceView;
import news.piton.articles.TagView;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.body.Block;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.checks.PublishCheck;
import news.piton.articles.internal.history.Step;
import news.piton.articles.internal.reading.RevisionTexts;
import news.piton.articles.internal.revising.ArticleText;
import news.piton.articles.internal.revising.Revision;
import news.piton.articles.internal.revising.RevisionDiff;
import news.piton.articles.internal.store.ArchiveReads;
import news.piton.articles.internal.store.ArticleLists;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.CorrectionStore;
import news.piton.articles.internal.store.LiveBlog;
import news.piton.articles.internal.store.LiveEntry;
import news.piton.articles.internal.store.LiveStore;
import news.piton.articles.internal.store.PartStore;
import news.piton.articles.internal.store.PendingRetraction;
import news.piton.articles.internal.store.RelatedReads;
import news.piton.articles.internal.store.RevisionReads;
import news.piton.articles.internal.store.SectionTree;
import news.piton.articles.internal.store.TagStore;
import news.piton.articles.internal.store.UploadStore;
import news.piton.articles.internal.uploading.DescribeImage;
import news.piton.articles.internal.writing.ShowConflict;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.PluginDescription;

/** All that the articles answer through the endpoint. */
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
                .type("ArticleTransition", Step.class)
                .type("PublishedSpan", ArchiveReads.Span.class)
                .type("PublishCheck", PublishCheck.class)
                .type("Correction", CorrectionView.class)
                .type("PendingRetraction", PendingRetraction.class)
                .type("LiveBlog", LiveBlog.class)
                .type("LiveEntry", LiveEntry.class)
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

    /** What the fields read from. */
    public record Readings(
            ArticleReads articles,
            ArticleLists lists,
            RelatedReads related,
            CorrectionStore corrections,
            LiveStore live,
            CatalogueStore catalogue,
            RevisionReads revisions,
            TagStore tags,
            SectionTree sections,
            PartStore parts,
            UploadStore uploads,
            ArchiveReads archive,
            Permalinks permalinks,
            InstantSource clock) {}

    public static Contribution.Builder contribute(
            Contribution.Builder to,
            Readings readings,
            ArticleMutations articleMutations,
            RevisionMutations revisionMutations,
            CatalogueMutations catalogueMutations,
            DescribeImage describeImage) {
        ArticleLoaders loaders =
                new ArticleLoaders(readings.articles, readings.lists, readings.related, readings.corrections);
        ArticleFields fields = new ArticleFields(readings.articles, readings.corrections, readings.sections, loaders);
        fields.contribute(to);
        new CatalogueFields(readings.catalogue, readings.tags, readings.sections, readings.clock, fields)
                .contribute(to);
        new ImageFields(readings.parts, readings.uploads, readings.permalinks, readings.clock, describeImage)
                .contribute(to);
        new ArchiveFields(readings.archive).contribute(to);
        new RevisionFields(
                        readings.revisions,
                        new RevisionTexts(readings.revisions, readings.catalogue),
                        readings.articles,
                        readings.catalogue)
                .contribute(to);
        new CorrectionFields(readings.articles, readings.corrections, loaders).contribute(to);
        new LiveFields(readings.live).contribute(to);
        articleMutations.contribute(to);
        revisionMutations.contribute(to);
        catalogueMutations.contribute(to);
        return to;
    }
}
