package news.piton.articles.internal.graphql;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import news.piton.articles.AuthorView;
import news.piton.articles.SectionView;
import news.piton.articles.SourceKind;
import news.piton.articles.SourceView;
import news.piton.articles.TagView;
import news.piton.articles.internal.article.AuthorName;
import news.piton.articles.internal.article.Bio;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.Position;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.article.SectionName;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.SourceName;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.article.WebAddress;
import news.piton.articles.internal.catalogue.CreateAuthor;
import news.piton.articles.internal.catalogue.CreateSection;
import news.piton.articles.internal.catalogue.CreateSource;
import news.piton.articles.internal.catalogue.MergeTags;
import news.piton.articles.internal.catalogue.UpdateAuthor;
import news.piton.articles.internal.catalogue.UpdateSection;
import news.piton.articles.internal.catalogue.UpdateSource;
import news.piton.articles.internal.catalogue.UpdateTag;
import news.piton.articles.internal.graphql.CatalogueInputs.CreateAuthorInput;
import news.piton.articles.internal.graphql.CatalogueInputs.CreateSectionInput;
import news.piton.articles.internal.graphql.CatalogueInputs.CreateSourceInput;
import news.piton.articles.internal.graphql.CatalogueInputs.MergeTagsInput;
import news.piton.articles.internal.graphql.CatalogueInputs.UpdateAuthorInput;
import news.piton.articles.internal.graphql.CatalogueInputs.UpdateSectionInput;
import news.piton.articles.internal.graphql.CatalogueInputs.UpdateSourceInput;
import news.piton.articles.internal.graphql.CatalogueInputs.UpdateTagInput;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.core.fault.Outcome;
import news.piton.core.graphql.MutationHandler.Call;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** The ways from the catalogue's mutations into their use cases. */
public record CatalogueMutations(
        CreateSection createSection,
        UpdateSection updateSection,
        UpdateTag updateTag,
        MergeTags mergeTags,
        CreateAuthor createAuthor,
        UpdateAuthor updateAuthor,
        CreateSource createSource,
        UpdateSource updateSource,
        CatalogueStore catalogue) {

    record SectionPayload(
            @Nullable SectionView section, @Nullable SectionView stored) {
        SectionPayload(SectionView section) {
            this(section, null);
        }
    }

    record TagPayload(@Nullable TagView tag, @Nullable TagView stored) {
        TagPayload(TagView tag) {
            this(tag, null);
        }
    }

    record AuthorPayload(
            @Nullable AuthorView author, @Nullable AuthorView stored) {
        AuthorPayload(AuthorView author) {
            this(author, null);
        }
    }

    record SourcePayload(
            @Nullable SourceView source, @Nullable SourceView stored) {
        SourcePayload(SourceView source) {
            this(source, null);
        }
    }

    public void contribute(Contribution.Builder to) {
        to.mutation("createSection", CreateSectionInput.class, SectionPayload.class, this::createSection)
                .mutation(
                        "updateSection",
                        UpdateSectionInput.class,
                        SectionPayload.class,
                        this::updateSection,
                        (call, errors) -> Edits.stale(
                                errors,
                                () -> new SectionPayload(
                                        null,
                                        stored(
                                                catalogue::sections,
                                                "Section",
                                                call.input().id()))))
                .mutation(
                        "updateTag",
                        UpdateTagInput.class,
                        TagPayload.class,
                        this::updateTag,
                        (call, errors) -> Edits.stale(
                                errors,
                                () -> new TagPayload(
                                        null,
                                        stored(
                                                catalogue::tags,
                                                "Tag",
                                                call.input().id()))))
                .mutation("mergeTags", MergeTagsInput.class, TagPayload.class, this::mergeTags)
                .mutation("createAuthor", CreateAuthorInput.class, AuthorPayload.class, this::createAuthor)
                .mutation(
                        "updateAuthor",
                        UpdateAuthorInput.class,
                        AuthorPayload.class,
                        this::updateAuthor,
                        (call, errors) -> Edits.stale(
                                errors,
                                () -> new AuthorPayload(
                                        null,
                                        stored(
                                                catalogue::authors,
                                                "Author",
                                                call.input().id()))))
                .mutation("createSource", CreateSourceInput.class, SourcePayload.class, this::createSource)
                .mutation(
                        "updateSource",
                        UpdateSourceInput.class,
                        SourcePayload.class,
                        this::updateSource,
                        (call, errors) -> Edits.stale(
                                errors,
                                () -> new SourcePayload(
                                        null,
                                        stored(
                                                catalogue::sources,
                                                "Source",
                                                call.input().id()))));
    }

    private static <V> @Nullable V stored(Function<Set<Long>, Map<Long, V>> read, String type, String id) {
        long number = Edits.number(type, id);
        return read.apply(Set.of(number)).get(number);
    }

    private Outcome<SectionPayload> createSection(Call<CreateSectionInput> call) {
        CreateSectionInput input = call.input();
        Refusals refusals = new Refusals();
        SectionName name = refusals.value("name", input.name(), SectionName::new);
        Slug slug = refusals.value("slug", input.slug(), Slug::new);
        Position position = refusals.value("position", input.position(), Position::new);
        Long parent = input.parent() == null ? null : Edits.number("Section", input.parent());
        return refusals.any()
                ? refusals.refused()
                : createSection
                        .create(Objects.requireNonNull(name), slug, position, parent)
                        .map(SectionPayload::new);
    }

    private Outcome<SectionPayload> updateSection(Call<UpdateSectionInput> call) {
        UpdateSectionInput input = call.input();
        Edits edits = new Edits(call);
        var changes = new UpdateSection.Changes(
                edits.required("name", input.name(), SectionName::new),
                edits.required("slug", input.slug(), Slug::new),
                edits.required("position", input.position(), Position::new),
                edits.optional("parent", input.parent(), id -> Edits.number("Section", id)));
        return edits.refusals.any()
                ? edits.refusals.refused()
                : updateSection
                        .update(Edits.number("Section", input.id()), input.expectedVersion(), changes)
                        .map(SectionPayload::new);
    }

    private Outcome<TagPayload> updateTag(Call<UpdateTagInput> call) {
        UpdateTagInput input = call.input();
        Edits edits = new Edits(call);
        Change<TagName> name = edits.required("name", input.name(), TagName::new);
        Change<Slug> slug = edits.required("slug", input.slug(), Slug::new);
        return edits.refusals.any()
                ? edits.refusals.refused()
                : updateTag
                        .update(Edits.number("Tag", input.id()), input.expectedVersion(), name, slug)
                        .map(TagPayload::new);
    }

    private Outcome<TagPayload> mergeTags(Call<MergeTagsInput> call) {
        MergeTagsInput input = call.input();
        return mergeTags
                .merge(Edits.number("Tag", input.from()), Edits.number("Tag", input.into()), input.expectedVersion())
                .map(TagPayload::new);
    }

    private Outcome<AuthorPayload> createAuthor(Call<CreateAuthorInput> call) {
        CreateAuthorInput input = call.input();
        Refusals refusals = new Refusals();
        AuthorName name = refusals.value("name", input.name(), AuthorName::new);
        Slug slug = refusals.value("slug", input.slug(), Slug::new);
        Bio bio = refusals.value("bio", input.bio(), Bio::of);
        return refusals.any()
                ? refusals.refused()
                : createAuthor.create(Objects.requireNonNull(name), slug, bio).map(AuthorPayload::new);
    }

    private Outcome<AuthorPayload> updateAuthor(Call<UpdateAuthorInput> call) {
        UpdateAuthorInput input = call.input();
        Edits edits = new Edits(call);
        Change<AuthorName> name = edits.required("name", input.name(), AuthorName::new);
        Change<Slug> slug = edits.required("slug", input.slug(), Slug::new);
        Change<Bio> bio = edits.optional("bio", input.bio(), Bio::of);
        return edits.refusals.any()
                ? edits.refusals.refused()
                : updateAuthor
                        .update(Edits.number("Author", input.id()), input.expectedVersion(), name, slug, bio)
                        .map(AuthorPayload::new);
    }

    private Outcome<SourcePayload> createSource(Call<CreateSourceInput> call) {
        CreateSourceInput input = call.input();
        Refusals refusals = new Refusals();
        SourceName name = refusals.value("name", input.name(), SourceName::new);
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
        Change<SourceName> name = edits.required("name", input.name(), SourceName::new);
        Change<SourceKind> kind = edits.required("kind", input.kind(), given -> given);
        Change<WebAddress> url = edits.optional("url", input.url(), WebAddress::of);
        return edits.refusals.any()
                ? edits.refusals.refused()
                : updateSource
                        .update(Edits.number("Source", input.id()), input.expectedVersion(), name, kind, url)
                        .map(SourcePayload::new);
    }
}
