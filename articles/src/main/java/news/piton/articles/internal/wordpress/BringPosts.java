package news.piton.articles.internal.wordpress;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.piton.articles.internal.archive.ArchiveArticles;
import news.piton.articles.internal.archive.ArchivedArticle;
import news.piton.articles.internal.article.Invalid;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.ImportFile;
import news.piton.articles.internal.store.ImportStore;
import news.piton.articles.wxr.WxrItem;
import news.piton.core.plugin.Importer.Progress;

/** Brings in some posts, in one transaction that also remembers them, so that each comes once. */
public final class BringPosts {
    private static final String STICKY = "sticky posts";
    private static final String FEATURED =
            "featured until unfeatureArticle lets them go; articles(filter: {featured: true}) finds them";

    private final InstantSource clock;
    private final ZoneId zone;
    private final ImportStore imports;
    private final ArchiveArticles archive;

    /** @param zone the old site's, for dates that are known by its clock only */
    public BringPosts(InstantSource clock, ZoneId zone, ImportStore imports, ArchiveArticles archive) {
        this.clock = clock;
        this.zone = zone;
        this.imports = imports;
        this.archive = archive;
    }

    /** Makes the sections that another Piton had, those without an article too. */
    void sections(Directory directory, Progress progress) {
        archive.sections(directory.categories().stream()
                        .map(category -> PostReading.section(category, directory))
                        .toList())
                .forEach(name -> standsAlone(name, progress));
    }

    private static void standsAlone(String name, Progress progress) {
        progress.skipped("sections", name, "the one above can have no more below it: it stands by itself");
    }

    /** A post that is to come in, and what it became. */
    private record Post(WxrItem item, PostReading reading, Standing.In standing) {}

    private record Ready(Post post, ArchivedArticle article, boolean pictured, Set<String> lost) {}

    void bring(Directory directory, List<WxrItem> items, Pictures pictures, Progress progress) {
        List<Post> posts = welcome(directory, items, progress);
        if (posts.isEmpty()) {
            return;
        }
        Map<Long, ImportFile> thumbnails = new HashMap<>();
        imports.numbered(
                        directory.origin(),
                        posts.stream()
                                .flatMap(post -> post.reading.thumbnail().stream())
                                .distinct()
                                .toList())
                .forEach(file -> thumbnails.put(file.original(), file));
        Map<Long, List<ImportFile>> uploaded = imports.uploadedFor(
                directory.origin(), posts.stream().map(post -> post.item.id()).toList());
        List<Ready> ready = new ArrayList<>();
        for (Post post : posts) {
            Optional<Picture> picture = post.reading
                    .thumbnail()
                    .flatMap(number -> Optional.ofNullable(thumbnails.get(number)))
                    .flatMap(Attachment::picture);
            try {
                ready.add(ready(
                        directory.origin(),
                        post,
                        picture,
                        uploaded.getOrDefault(post.item.id(), List.of()),
                        pictures,
                        progress));
            } catch (Invalid unusable) {
                boolean tooLong = unusable.code().equals("TOO_LONG");
                progress.skipped(
                        kind(post.item),
                        inShort(post.item),
                        tooLong ? "longer than an article can be" : "its text cannot be read");
            }
        }
        store(directory, ready, progress);
    }

    /** Those that come in and are not here yet; the others are reported. */
    private List<Post> welcome(Directory directory, List<WxrItem> items, Progress progress) {
        Instant now = clock.instant();
        Set<Long> known = new HashSet<>(imports.known(
                directory.origin(), items.stream().map(WxrItem::id).toList()));
        List<Post> posts = new ArrayList<>();
        for (WxrItem item : items) {
            PostReading reading = new PostReading(item, directory, zone, now);
            switch (Standing.of(item, reading.date(), now)) {
                case Standing.Out(String why) -> progress.skipped(kind(item), inShort(item), why);
                case Standing.In in -> {
                    if (known.add(item.id())) {
                        posts.add(new Post(item, reading, in));
                    } else {
                        progress.known(kind(item));
                        if (item.sticky()) {
                            progress.known(STICKY);
                        }
                    }
                }
            }
        }
        return posts;
    }

    private Ready ready(
            String origin,
            Post post,
            Optional<Picture> picture,
            List<ImportFile> files,
            Pictures pictures,
            Progress progress) {
        Set<String> lost = new LinkedHashSet<>();
        Shelf shelf = shelf(origin, files);
        Beside.Reading reading =
                content -> pictures.in(Body.fromHtml(PostBody.html(content, shelf, lost::add)), progress);
        Beside beside = new Beside(post.item);
        Body body = reading.body(beside.text());
        ArchivedArticle.Past past =
                beside.past(post.reading.addresses(files), post.reading.featuredAt(), reading, lost::add);
        Picture main = picture.map(one -> pictures.main(one, progress)).orElse(null);
        return new Ready(
                post, post.reading.article(post.standing.state(), body, main, past), picture.isPresent(), lost);
    }

    private Shelf shelf(String origin, List<ImportFile> files) {
        return new Shelf() {
            @Override
            public List<ImportFile> numbered(List<Long> originals) {
                return imports.numbered(origin, originals);
            }

            @Override
            public List<ImportFile> ofThisPost() {
                return files;
            }

            @Override
            public Map<Long, String> blocks(List<Long> originals) {
                return imports.blocks(origin, originals);
            }
        };
    }

    private void store(Directory directory, List<Ready> ready, Progress progress) {
        if (ready.isEmpty()) {
            return;
        }
        List<Long> posts = ready.stream().map(one -> one.post.item.id()).toList();
        Optional<List<String>> alone = archive.archive(
                ready.stream().map(Ready::article).toList(),
                articles -> imports.remember(directory.origin(), posts, articles));
        if (alone.isPresent()) {
            alone.get().forEach(name -> standsAlone(name, progress));
            ready.forEach(one -> tell(one, directory, progress));
        } else if (ready.size() == 1) {
            progress.known(kind(ready.getFirst().post.item));
        } else { // another import has brought some of them meanwhile
            ready.forEach(one -> store(directory, List.of(one), progress));
        }
    }

    private static void tell(Ready one, Directory directory, Progress progress) {
        WxrItem item = one.post.item;
        String what = inShort(item);
        progress.imported(kind(item));
        Stream.ofNullable(one.post.standing.loss()).forEach(loss -> progress.skipped(loss.kind(), what, loss.why()));
        one.post
                .reading
                .tooDeep()
                .filter(directory::tell)
                .ifPresent(category -> progress.skipped(
                        "sections",
                        PostBody.text(category.name()),
                        "nested deeper than sections can be: it stands below the uppermost one"));
        if (one.article.past().featuredAt() != null) {
            progress.imported(STICKY, what, FEATURED);
        } else if (item.sticky()) {
            progress.skipped(STICKY, what, "retracted: it stands at its date");
        }
        if (!one.pictured && one.post.reading.thumbnail().isPresent()) {
            progress.skipped("main pictures", what, "the export does not hold the file");
        }
        one.lost.forEach(lost -> progress.skipped("parts of texts", what, lost));
        one.post.reading.surplusTags().forEach(tag -> progress.skipped("tags", tag, "more than an article can carry"));
    }

    private static String kind(WxrItem item) {
        return item.type().equals("page") ? "pages" : "posts";
    }

    /** How messages name an item. */
    static String inShort(WxrItem item) {
        return PostBody.line(item.title()).map(title -> "\"" + title + "\"").orElse("no. " + item.id());
    }
}
