package news.piton.articles.internal.graphql;

import java.util.Objects;
import news.piton.articles.AuthorView;
import news.piton.articles.SectionView;
import news.piton.articles.SourceKind;
import news.piton.articles.SourceView;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.Invalid;
import news.piton.articles.internal.article.PlainText;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.WebAddress;
import news.piton.articles.internal.catalogue.CreateAuthor;
import news.piton.articles.internal.catalogue.CreateSection;
import news.piton.articles.internal.catalogue.CreateSource;
import news.piton.articles.internal.catalogue.UpdateAuthor;
import news.piton.articles.internal.catalogue.UpdateSection;
import news.piton.articles.internal.catalogue.UpdateSource;
import news.piton.articles.internal.graphql.CatalogueInputs.CreateAuthorInput;
import news.piton.articles.internal.graphql.CatalogueInputs.CreateSectionInput;
import news.piton.articles.internal.graphql.CatalogueInputs.CreateSourceInput;
import news.piton.articles.internal.graphql.CatalogueInputs.UpdateAuthorInput;
import news.piton.articles.internal.graphql.CatalogueInputs.UpdateSectionInput;
import news.piton.articles.internal.graphql.CatalogueInputs.UpdateSourceInput;
import news.piton.core.fault.Outcome;
import news.piton.core.graphql.MutationHandler.Call;
import news.piton.core.plugin.Contribution;

/** The ways from the catalogue's mutations into their use cases. */
public record CatalogueMutations(
        CreateSection createSection,
        UpdateSection updateSection,
        CreateAuthor createAuthor,
        UpdateAuthor updateAuthor,
        CreateSource createSource,
        UpdateSource updateSource) {
    private static final int SECTION_NAME = 100;
    private static final int AUTHOR_NAME = 150;
    private static final int BIO = 1_000;
    private static final int SOURCE_NAME = 200;
    private static final int LAST_POSITION = 10_000;

    record SectionPayload(SectionView section) {}

    record AuthorPayload(AuthorView author) {}

    record SourcePayload(SourceView source) {}

    void contribute(Contribution.Builder to) {
        to.mutation("createSection", CreateSectionInput.class, SectionPayload.class, this::createSection)
                .mutation("updateSection", UpdateSectionInput.class, SectionPayload.class, this::updateSection)
                .mutation("createAuthor", CreateAuthorInput.class, AuthorPayload.class, this::createAuthor)
                .mutation("updateAuthor", UpdateAuthorInput.class, AuthorPayload.class, this::updateAuthor)
                .mutation("createSource", CreateSourceInput.class, SourcePayload.class, this::createSource)
                .mutation("updateSource", UpdateSourceInput.class, SourcePayload.class, this::updateSource);
    }

    private Outcome<SectionPayload> createSection(Call<CreateSectionInput> call) {
        CreateSectionInput input = call.input();
        Refusals refusals = new Refusals();
        String name = refusals.value("name", input.name(), text -> name(text, SECTION_NAME));
        Slug slug = refusals.value("slug", input.slug(), Slug::new);
        Integer position = refusals.value("position", input.position(), CatalogueMutations::position);
        return refusals.any()
                ? refusals.refused()
                : createSection
                        .create(Objects.requireNonNull(name), slug, position)
                        .map(SectionPayload::new);
    }

    private Outcome<SectionPayload> updateSection(Call<UpdateSectionInput> call) {
        UpdateSectionInput input = call.input();
        Edits edits = new Edits(call);
        Change<String> name = edits.required("name", input.name(), text -> name(text, SECTION_NAME));
        Change<Slug> slug = edits.required("slug", input.slug(), Slug::new);
        Change<Integer> position = edits.required("position", input.position(), CatalogueMutations::position);
        return edits.refusals.any()
                ? edits.refusals.refused()
                : updateSection
                        .update(Edits.number("Section", input.id()), input.expectedVersion(), name, slug, position)
                        .map(SectionPayload::new);
    }

    private Outcome<AuthorPayload> createAuthor(Call<CreateAuthorInput> call) {
        CreateAuthorInput input = call.input();
        Refusals refusals = new Refusals();
        String name = refusals.value("name", input.name(), text -> name(text, AUTHOR_NAME));
        Slug slug = refusals.value("slug", input.slug(), Slug::new);
        String bio = refusals.value("bio", input.bio(), text -> PlainText.optional("The bio", text, BIO));
        return refusals.any()
                ? refusals.refused()
                : createAuthor.create(Objects.requireNonNull(name), slug, bio).map(AuthorPayload::new);
    }

    private Outcome<AuthorPayload> updateAuthor(Call<UpdateAuthorInput> call) {
        UpdateAuthorInput input = call.input();
        Edits edits = new Edits(call);
        Change<String> name = edits.required("name", input.name(), text -> name(text, AUTHOR_NAME));
        Change<Slug> slug = edits.required("slug", input.slug(), Slug::new);
        Change<String> bio = edits.text("bio", "The bio", input.bio(), BIO);
        return edits.refusals.any()
                ? edits.refusals.refused()
                : updateAuthor
                        .update(Edits.number("Author", input.id()), input.expectedVersion(), name, slug, bio)
                        .map(AuthorPayload::new);
    }

    private Outcome<SourcePayload> createSource(Call<CreateSourceInput> call) {
        CreateSourceInput input = call.input();
        Refusals refusals = new Refusals();
        String name = refusals.value("name", input.name(), text -> name(text, SOURCE_NAME));
        WebAddress url = refusals.value("url", input.url(), WebAddress::of);
        return refusals.any()
                ? refusals.refused()
                : createSource
                        .create(Objects.requireNonNull(name), input.kind(), url)
                        .map(SourcePayload::new);
    }

    private Outcome<SourcePayload> updateSource(Call<UpdateSourceInput> call) {
        UpdateSourceInput input = call.input();
        Edits edits = new Edits(call);
        Change<String> name = edits.required("name", input.name(), text -> name(text, SOURCE_NAME));
        Change<SourceKind> kind = edits.required("kind", input.kind(), given -> given);
        Change<WebAddress> url = edits.optional("url", input.url(), WebAddress::of);
        return edits.refusals.any()
                ? edits.refusals.refused()
                : updateSource
                        .update(Edits.number("Source", input.id()), input.expectedVersion(), name, kind, url)
                        .map(SourcePayload::new);
    }

    private static String name(String text, int most) {
        return PlainText.required("The name", text, most);
    }

    private static int position(int position) {
        if (position < 0 || position > LAST_POSITION) {
            throw Invalid.of("A position is a number from 0 to 10,000, not " + position + ".");
        }
        return position;
    }
}
