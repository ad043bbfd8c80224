package news.piton.app.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The pages' GraphQL documents, each with the fragments that it spreads. The fragments are written in {@code parts/}, those that
 * a module fills in the file of its name; where that module is not installed, the lines that spread them are left out.
 */
final class Documents {
    private static final Set<String> MODULES = Set.of("comments", "sharing");
    private static final Pattern FRAGMENT = Pattern.compile("(?ms)^fragment (\\w+) on .*?^}\n");
    private static final Pattern SPREAD = Pattern.compile("(?m)^ *\\.\\.\\.(\\w+)\n");

    private final Map<String, String> fragments = new LinkedHashMap<>();
    private final Map<String, String> composed = new ConcurrentHashMap<>();

    /** @param installed the names of the modules */
    Documents(Set<String> installed) {
        define(read("parts/base.graphql"));
        MODULES.stream()
                .filter(installed::contains)
                .sorted()
                .forEach(each -> define(read("parts/" + each + ".graphql")));
    }

    private void define(String part) {
        Matcher fragment = FRAGMENT.matcher(part);
        while (fragment.find()) {
            fragments.put(fragment.group(1), fragment.group());
        }
    }

    /** The document of a page or form. */
    String of(String name) {
        return composed.computeIfAbsent(name, each -> {
            Map<String, String> used = new LinkedHashMap<>();
            String operation = withFragments(read(each + ".graphql"), used);
            return operation + used.values().stream().collect(Collectors.joining("\n", "\n", ""));
        });
    }

    private String withFragments(String text, Map<String, String> used) {
        return SPREAD.matcher(text).replaceAll(spread -> {
            String name = spread.group(1);
            String fragment = fragments.get(name);
            if (fragment == null) {
                return "";
            }
            if (!used.containsKey(name)) {
                used.put(name, ""); // fragments may be spread in several places, and are written once
                used.put(name, withFragments(fragment, used));
            }
            return Matcher.quoteReplacement(spread.group());
        });
    }

    private static String read(String name) {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    static byte[] resource(String name) {
        try (InputStream in = Documents.class.getResourceAsStream("/site/" + name)) {
            if (in == null) {
                throw new IllegalStateException("site/" + name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
