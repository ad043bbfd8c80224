package news.piton.articles.internal.graphql;

import news.piton.articles.SourceKind;
import org.jspecify.annotations.Nullable;

/** The inputs of the catalogue's mutations. */
final class CatalogueInputs {
    private CatalogueInputs() {}

    record CreateSectionInput(
            String name,
            @Nullable String slug,
            @Nullable Integer position,
            @Nullable String parent) {}

    record UpdateSectionInput(
            String id,
            @Nullable Integer expectedVersion,
            @Nullable String name,
            @Nullable String slug,
            @Nullable Integer position,
            @Nullable String parent) {}

    record UpdateTagInput(
            String id,
            @Nullable Integer expectedVersion,
            @Nullable String name,
            @Nullable String slug) {}

    record MergeTagsInput(
            String from, String into, @Nullable Integer expectedVersion) {}

    record CreateAuthorInput(
            String name, @Nullable String slug, @Nullable String bio) {}

    record UpdateAuthorInput(
            String id,
            @Nullable Integer expectedVersion,
            @Nullable String name,
            @Nullable String slug,
            @Nullable String bio) {}

    record CreateSourceInput(
            String name, SourceKind kind, @Nullable String url) {}

    record UpdateSourceInput(
            String id,
            @Nullable Integer expectedVersion,
            @Nullable String name,
            @Nullable SourceKind kind,
            @Nullable String url) {}
}
