package news.piton.articles.wxr;

import java.util.HashMap;
import java.util.Map;

/** The texts of an element's children, by their names as {@link WxrXml#name} writes them. */
final class WxrFields {
    private final Map<String, String> texts = new HashMap<>();

    /** Where a name comes twice, the first one stays. */
    void put(String name, String text) {
        texts.putIfAbsent(name, text);
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    /** Without white space at the ends; empty when there is no such child. */
    String text(String name) {
        return raw(name).strip();
    }

    /** With its white space. */
    String raw(String name) {
        return texts.getOrDefault(name, "");
    }

    /** 0 when it is missing or no number. */
    long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
