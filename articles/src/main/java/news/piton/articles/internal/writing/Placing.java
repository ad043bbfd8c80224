package news.piton.articles.internal.writing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.articles.AuthorView;
import news.piton.articles.SectionView;
import news.piton.articles.SourceView;
import news.piton.articles.internal.article.PlainText;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.revising.Manuscript;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/** Finds what an article names: its section, authors and source; tags are made where they are new. */
final class Placing {
    static final int MOST_TAGS = 50;
    static final int MOST_AUTHORS = 20;

    private final CatalogueStore catalogue;

    Placing(CatalogueStore catalogue) {
        this.catalogue = catalogue;
    }

    /** 0 with a refusal when there is no such section. */
    long section(String slug, Refusals refusals) {
        SectionView section = refusals.require(
                "section",
                catalogue.section(slug).orElse(null),
                "There is no section `" + slug + "`. Query.sections lists them; createSection makes one.");
        return section == null ? 0 : section.id();
    }

    List<Long> tags(List<TagName> names, Refusals refusals) {
        checkNumber(names, refusals);
        return refusals.any() ? List.of() : catalogue.tagsNamed(names);
    }

    /** Each tag once and as the paper spells it; those that are new are not made yet. */
    List<TagName> spelled(List<TagName> names, Refusals refusals) {
        checkNumber(names, refusals);
        return names.size() > MOST_TAGS ? List.of() : catalogue.spelled(names);
    }

    private static void checkNumber(List<TagName> names, Refusals refusals) {
        if (names.size() > MOST_TAGS) {
            refusals.add(UserError.at(
                    "tags", "INVALID", "An article carries at most " + MOST_TAGS + " tags, not " + names.size() + "."));
        }
    }

    /** An earlier text with what there still is of all that it names; a section must be there. */
    Manuscript known(Manuscript text, Refusals refusals) {
        if (!catalogue.sections(Set.of(text.section())).containsKey(text.section())) {
            refusals.add(UserError.at(
                    "id",
                    "NOT_FOUND",
                    "The section of this revision is gone. Copy its text by updateArticle, into another section."));
        }
        Map<Long, AuthorView> authors = catalogue.authors(Set.copyOf(text.authors()));
        Long source = text.source();
        boolean sourceThere =
                source != null && catalogue.sources(Set.of(source)).containsKey(source);
        return new Manuscript(
                text.slug(),
                text.headline(),
                text.standfirst(),
                text.body(),
                text.section(),
                catalogue.spelled(text.tags()),
                text.authors().stream().filter(authors::containsKey).toList(),
                sourceThere ? source : null,
                text.image());
    }

    List<Long> authors(List<String> names, Refusals refusals) {
        if (names.size() > MOST_AUTHORS) {
            refusals.add(UserError.at(
                    "authors",
                    "INVALID",
                    "An article has at most " + MOST_AUTHORS + " authors, not " + names.size() + "."));
            return List.of();
        }
        Map<String, Long> known =
                catalogue.authorsCalled(names.stream().map(PlainText::tidy).collect(Collectors.toSet()));
        return names.stream()
                .flatMap(name -> Stream.ofNullable(refusals.require(
                        "authors",
                        known.get(PlainText.tidy(name)),
                        "There is no author `" + name
                                + "`, or more than one. Query.authors lists the slugs; createAuthor makes one.")))
                .distinct()
                .toList();
    }

    @Nullable
    Long source(@Nullable String name, Refusals refusals) {
        if (name == null) {
            return null;
        }
        SourceView source = refusals.require(
                "source",
                catalogue.sourceCalled(PlainText.tidy(name)).orElse(null),
                "There is no source `" + name + "`. Query.sources lists them; createSource makes one.");
        return source == null ? null : source.id();
    }
}
