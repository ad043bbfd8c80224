package news.piton.articles.internal.graphql;

import java.util.List;
import java.util.Objects;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.Standfirst;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.article.WebAddress;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.writing.Changes;
import news.piton.articles.internal.writing.Draft;
import news.piton.core.fault.Outcome;
import news.piton.core.graphql.MutationHandler.Call;
import news.piton.core.text.Visible;
import org.jspecify.annotations.Nullable;

/** The inputs of the articles' mutations, and the values that are made of them. */
final class ArticleInputs {
    private ArticleInputs() {}

    enum BodyFormat {
        MARKDOWN,
        HTML
    }

    record BodyInput(BodyFormat format, String text) {
        Body body() {
            return switch (format) {
                case MARKDOWN -> Body.fromMarkdown(text);
                case HTML -> Body.fromHtml(text);
            };
        }
    }

    record ImageInput(
            @Nullable String id,
            @Nullable String url,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String alt,
            @Nullable String caption,
            @Nullable String credit) {

        Picture picture(Uploads uploads) {
            return uploads.chosen(id, url)
                    .map(image -> new Picture(
                            new WebAddress(image.url()),
                            image.width(),
                            image.height(),
                            alt == null ? image.alt() : alt,
                            caption == null ? image.caption() : caption,
                            credit == null ? image.credit() : credit))
                    .orElseGet(() -> new Picture(
                            WebAddress.of(Objects.requireNonNull(url)),
                            width == null ? 0 : width,
                            height == null ? 0 : height,
                            alt == null ? "" : alt,
                            caption,
                            credit))
                    .complete();
        }
    }

    record CreateArticleInput(
            String headline,
            BodyInput body,
            String section,
            @Nullable List<String> tags,
            @Nullable List<String> authors,
            @Nullable String standfirst,
            @Nullable String source,
            @Nullable String slug,
            @Nullable ImageInput image,
            @Nullable String note) {

        Outcome<Draft> draft(Uploads uploads) {
            Refusals refusals = new Refusals();
            Headline title = refusals.value("headline", headline, Headline::new);
            Body text = refusals.value("body.text", body, BodyInput::body);
            List<TagName> named = refusals.value("tags", tags, ArticleInputs::names);
            Standfirst first = refusals.value("standfirst", standfirst, ArticleInputs::standfirst);
            Slug chosen = refusals.value("slug", slug, Slug::new);
            Picture picture = refusals.value("image", image, given -> given.picture(uploads));
            if (refusals.any()) {
                return refusals.refused();
            }
            return Outcome.done(new Draft(
                    Objects.requireNonNull(title),
                    Objects.requireNonNull(text),
                    section,
                    named == null ? List.of() : named,
                    authors == null ? List.of() : authors,
                    first,
                    source,
                    chosen,
                    picture));
        }
    }

    record UpdateArticleInput(
            String id,
            @Nullable Integer expectedVersion,
            @Nullable String headline,
            @Nullable BodyInput body,
            @Nullable String section,
            @Nullable List<String> tags,
            @Nullable List<String> authors,
            @Nullable String standfirst,
            @Nullable String source,
            @Nullable String slug,
            @Nullable ImageInput image,
            @Nullable Boolean approve,
            @Nullable String note) {

        Outcome<Changes> changes(Call<UpdateArticleInput> call, Uploads uploads) {
            Edits edits = new Edits(call);
            Changes changes = new Changes(
                    edits.required("headline", headline, Headline::new),
                    edits.required("body", "body.text", body, BodyInput::body),
                    edits.required("section", section, slug -> slug),
                    cleared(edits.optional("tags", tags, ArticleInputs::names)),
                    cleared(edits.optional("authors", authors, names -> names)),
                    edits.optional("standfirst", standfirst, ArticleInputs::standfirst),
                    edits.optional("source", source, name -> name),
                    edits.required("slug", slug, Slug::new),
                    edits.optional("image", image, given -> given.picture(uploads)));
            return edits.refusals.any() ? edits.refusals.refused() : Outcome.done(changes);
        }

        private static <T> Change<List<T>> cleared(Change<List<T>> list) {
            return list.given() && list.value() == null ? Change.to(List.of()) : list;
        }
    }

    private static List<TagName> names(List<String> tags) {
        return tags.stream().map(TagName::new).toList();
    }

    private static @Nullable Standfirst standfirst(String text) {
        return Visible.anything(text) ? new Standfirst(text) : null;
    }
}
