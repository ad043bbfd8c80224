package news.piton.articles.internal.archive;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import news.piton.articles.internal.store.ArchiveStore;
import news.piton.articles.internal.store.ArchiveStore.Named;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the sections, tags, authors and sources that an import has met, so that each is looked up once and not for every
 * article. What a transaction made counts only once {@link #keep} says that it was committed. Not for several threads.
 */
public final class Names {
    private static final int MOST = 20_000;

    private final ArchiveStore store;
    private final Map<Named, Map<String, Long>> known = new EnumMap<>(Named.class);
    private final Map<Named, Map<String, Long>> found = new EnumMap<>(Named.class);

    Names(ArchiveStore store) {
        this.store = store;
        for (Named kind : Named.values()) {
            known.put(kind, new Remembered());
            found.put(kind, new HashMap<>());
        }
    }

    private static Map<String, Long> of(Map<Named, Map<String, Long>> all, Named kind) {
        return Objects.requireNonNull(all.get(kind));
    }

    /** Makes what does not exist. */
    interface Maker {
        /** @return null when somebody else was faster */
        @Nullable
        Long make(String name, String called);
    }

    /** Before a transaction: what an earlier one found and did not keep is void. */
    void begin() {
        found.values().forEach(Map::clear);
    }

    /** After the commit. */
    void keep() {
        found.forEach((kind, ids) -> of(known, kind).putAll(ids));
        begin();
    }

    /**
     * Looks up, in one statement, what is not known yet, and makes what does not exist, in the order of the names, so that two
     * imports wait for each other instead of ending in a deadlock.
     *
     * @param wanted what each one is called, by its slug or name
     * @param make makes one of a slug or name and what it is called
     */
    void resolve(Named kind, Map<String, String> wanted, Maker make) {
        Map<String, String> missing = new TreeMap<>(wanted);
        missing.keySet().removeIf(name -> of(known, kind).containsKey(name));
        if (missing.isEmpty()) {
            return;
        }
        Map<String, Long> ids = of(found, kind);
        ids.putAll(store.ids(kind, missing.keySet()));
        missing.keySet().removeAll(ids.keySet());
        missing.forEach((name, called) -> {
            Long made = make.make(name, called);
            if (made != null) {
                ids.put(name, made);
            }
        });
        missing.keySet().removeAll(ids.keySet());
        if (!missing.isEmpty()) {
            ids.putAll(store.ids(kind, missing.keySet()));
        }
    }

    long id(Named kind, String name) {
        Long id = of(found, kind).get(name);
        Long earlier = id == null ? of(known, kind).get(name) : id;
        if (earlier == null) {
            throw new IllegalStateException("nobody has resolved the " + kind + " " + name);
        }
        return earlier;
    }

    /** Forgets what was not used for longest: the names of an archive have no end. */
    private static final class Remembered extends LinkedHashMap<String, Long> {
        private static final long serialVersionUID = 1;

        Remembered() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    }
}
