package news.piton.articles.internal.archive;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import news.piton.articles.internal.store.ArchiveStore;
import news.piton.articles.internal.store.ArchiveStore.Named;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the sections, tags, authors and sources that the articles of one batch name. For one transaction: by the next one
 * an editor may have merged a tag, or given a section another slug.
 */
final class Names {
    private final ArchiveStore store;
    private final Map<Named, Map<String, Long>> found = new EnumMap<>(Named.class);

    Names(ArchiveStore store) {
        this.store = store;
    }

    /** Makes what does not exist. */
    interface Maker {
        /** @return null when somebody else was faster */
        @Nullable
        Long make(String name, String called);
    }

    /**
     * Looks up, some in one statement, those that exist, and makes those that do not, in their order.
     *
     * @param wanted what each one is called, by its slug or name
     * @param make makes one of a slug or name and what it is called
     */
    void resolve(Named kind, Map<String, String> wanted, Maker make) {
        Map<String, Long> ids = found.computeIfAbsent(kind, none -> new HashMap<>());
        Map<String, String> missing = new LinkedHashMap<>(wanted);
        if (missing.isEmpty()) {
            return;
        }
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
        Long id = Objects.requireNonNull(found.get(kind)).get(name);
        if (id == null) {
            throw new IllegalStateException("nobody has resolved the " + kind + " " + name);
        }
        return id;
    }
}
