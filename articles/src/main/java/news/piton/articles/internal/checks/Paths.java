package news.piton.articles.internal.checks;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.media.MediaAddress;
import news.piton.articles.internal.store.CheckReads;
import news.piton.articles.internal.store.CheckReads.Listing;
import news.piton.articles.internal.store.CheckReads.Target;
import news.piton.articles.internal.store.OldSlugs;

/**
 * Where paths of this site lead. Judged are those that this module has the answer to: permalinks, drafts, sections, tags,
 * authors, uploaded images, and what WordPress called articles by, {@code /?p=123}; of all others it cannot tell.
 */
final class Paths {
    private static final Pattern ARTICLE = Pattern.compile("/\\d{4}/\\d{2}/\\d{2}/([^/?]+)");
    private static final Pattern NUMBERED = Pattern.compile("/\\?p=\\d+(?:&.*)?");

    /** With their feeds. */
    private static final Pattern LISTING =
            Pattern.compile("/(section|tag|author)/([^/?]+)(?:/feed(?:/(?:atom|json))?)?");

    private final List<Target> targets;
    private final Map<String, List<Target>> old;
    private final Set<MediaAddress> files;
    private final Set<Listing> listings;

    /** Looks up all these paths in at most three statements. */
    Paths(CheckReads reads, Set<String> paths) {
        Set<String> slugs = new HashSet<>();
        Set<Long> drafts = new HashSet<>();
        Set<String> asked = new HashSet<>();
        for (String path : paths) {
            asked.add(path);
            asked.add(bare(path));
            slug(bare(path)).ifPresent(slugs::add);
            Permalinks.draft(bare(path)).ifPresent(drafts::add);
        }
        Set<String> media = paths.stream()
                .flatMap(path -> MediaAddress.names(path).stream())
                .collect(Collectors.toSet());
        Set<Listing> lists =
                paths.stream().flatMap(path -> listing(bare(path)).stream()).collect(Collectors.toSet());
        this.targets = asked.isEmpty() ? List.of() : reads.targets(slugs, drafts, asked);
        this.old = targets.stream()
                .filter(target -> target.oldPath() != null)
                .collect(Collectors.groupingBy(target -> String.valueOf(target.oldPath())));
        this.files = media.isEmpty() ? Set.of() : reads.files(media);
        this.listings = lists.isEmpty() ? Set.of() : reads.listings(lists);
    }

    /** Whether a reader who follows the path at a moment is shown nothing. */
    boolean dead(String path, long from, Instant moment) {
        String bare = bare(path);
        if (bare.startsWith(MediaAddress.FOLDER)) {
            return MediaAddress.of(bare).filter(files::contains).isEmpty();
        }
        Optional<Listing> listing = listing(bare);
        if (listing.isPresent()) {
            return !listings.contains(listing.get());
        }
        boolean draft = Permalinks.draft(bare).isPresent();
        Optional<String> slug = slug(bare);
        if (!draft && slug.isEmpty() && !NUMBERED.matcher(path).matches()) {
            return false;
        }
        return targets.stream().noneMatch(target -> leads(target, path, bare, slug) && lives(target, from, moment));
    }

    /** Another article that readers are led to from a path that it had before. */
    boolean taken(String path, long by) {
        return old.getOrDefault(path, List.of()).stream().anyMatch(target -> target.article() != by);
    }

    private static boolean leads(Target target, String path, String bare, Optional<String> slug) {
        if (target.oldPath() != null) {
            return target.oldPath().equals(path) || target.oldPath().equals(bare);
        }
        return slug.isPresent()
                ? slug.get().equals(target.slug()) // whatever the day: readers are led on
                : Permalinks.draft(bare).orElse(0) == target.article();
    }

    /** An article's links to itself live as long as it does. */
    private static boolean lives(Target target, long from, Instant moment) {
        return target.article() == from || target.openAt(moment);
    }

    private static Optional<String> slug(String bare) {
        Matcher parts = ARTICLE.matcher(bare);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }

    private static Optional<Listing> listing(String bare) {
        Matcher parts = LISTING.matcher(bare);
        return parts.matches()
                ? Optional.of(
                        new Listing(OldSlugs.Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT)), parts.group(2)))
                : Optional.empty();
    }

    private static String bare(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query).replaceFirst("(?<!/)/++$", "");
    }
}
