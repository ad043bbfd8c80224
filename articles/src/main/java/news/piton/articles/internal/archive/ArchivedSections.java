package news.piton.articles.internal.archive;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import news.piton.articles.internal.archive.ArchivedArticle.Section;
import news.piton.articles.internal.catalogue.Nesting;
import news.piton.articles.internal.store.ArchiveStore.Named;
import news.piton.articles.internal.store.CatalogueWrites;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sections of another system in its order, below each other where that is possible. Those that exist stay where they
 * are. In the caller's transaction.
 */
final class ArchivedSections {
    private final CatalogueWrites catalogue;
    private final Nesting nesting;

    ArchivedSections(CatalogueWrites catalogue) {
        this.catalogue = catalogue;
        this.nesting = new Nesting(catalogue);
    }

    /** @param alone takes the names of those that are new and cannot stand below what they stood below */
    void resolve(Collection<Section> wanted, Names names, List<String> alone) {
        Map<String, Section> sections = new LinkedHashMap<>();
        for (Section one : wanted) {
            ArchivedArticle.Named above = one.above();
            if (above != null) {
                sections.putIfAbsent(above.slug().text(), new Section(above, null));
            }
            sections.putIfAbsent(one.named().slug().text(), one);
        }
        Map<String, String> called = new LinkedHashMap<>();
        sections.forEach((slug, section) -> called.put(slug, section.named().name()));
        names.resolve(
                Named.SECTION, called, (slug, name) -> make(Objects.requireNonNull(sections.get(slug)), names, alone));
    }

    private @Nullable Long make(Section section, Names names, List<String> alone) {
        OptionalLong made =
                catalogue.addSection(section.named().slug(), section.named().name(), null);
        if (made.isEmpty()) {
            return null;
        }
        ArchivedArticle.Named above = section.above();
        if (above != null) {
            long parent = names.id(Named.SECTION, above.slug().text());
            if (nesting.refusal(parent).isPresent()) {
                alone.add(section.named().name());
            } else {
                catalogue.place(made.getAsLong(), parent);
            }
        }
        return made.getAsLong();
    }
}
