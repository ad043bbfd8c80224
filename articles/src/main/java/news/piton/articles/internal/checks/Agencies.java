package news.piton.articles.internal.checks;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.piton.articles.AuthorView;
import news.piton.articles.SourceView;
import news.piton.articles.internal.article.Slug;

/**
 * Recognises the copy of news agencies that the paper knows as sources: by a byline that names one, by the brackets of its
 * dateline, {@code KINGSTON, Jamaica (CMC) —}, or by its name as the last line.
 */
final class Agencies {
    private static final int DATELINE = 120;
    private static final Pattern SHORT_FORM = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)\\s*");

    private final List<Agency> known;

    Agencies(List<SourceView> agencies) {
        known = agencies.stream()
                .map(agency -> new Agency(agency.name(), names(agency.name())))
                .toList();
    }

    private record Agency(String name, List<String> names) {
        boolean is(Predicate<String> sign) {
            return names.stream().anyMatch(sign);
        }
    }

    /** The name of the agency whose copy this is. */
    Optional<String> of(List<AuthorView> authors, String text) {
        String opening = fold(text.lines().findFirst().orElse(""));
        String dateline = opening.substring(0, Math.min(DATELINE, opening.length()));
        String last = fold(text.lines().reduce("", (before, line) -> line.isBlank() ? before : line));
        String signed = last.replaceAll("^[\\s(\\[–—-]++|(?<![\\s)\\].])[\\s)\\].]++$", "");
        return known.stream()
                .filter(agency -> agency.is(name -> dateline.contains("(" + name + ")")
                        || signed.equals(name)
                        || authors.stream()
                                .anyMatch(author -> fold(author.name()).equals(name))))
                .map(Agency::name)
                .findFirst();
    }

    /** Both of {@code Caribbean Media Corporation (CMC)}. */
    private static List<String> names(String name) {
        Matcher both = SHORT_FORM.matcher(name);
        return both.matches()
                ? Stream.of(both.group(1), both.group(2)).map(Agencies::fold).toList()
                : List.of(fold(name));
    }

    private static String fold(String text) {
        return Slug.fold(text.strip());
    }
}
