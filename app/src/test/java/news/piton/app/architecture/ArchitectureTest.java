package news.piton.app.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.core.testing.Borders;
import news.piton.core.testing.Borders.Finding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The borders that CONTRIBUTING.md tells of, held against every production class; and each rule against a fixture on which it must fail. */
class ArchitectureTest {
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/generated/")
                    && !location.contains("test-classes")
                    && !location.contains("-tests.jar"))
            .importPackages("news.piton");

    private static final Pattern BUSINESS_NOUN =
            Pattern.compile("article|comment|newsletter|sharing", Pattern.CASE_INSENSITIVE);

    /** The canary for each rule: a tiny house below news.piton.canary that breaks it. */
    private static final Map<String, String> CANARIES = Map.of(
            "every class lies in a declared context", "undeclared",
            "contexts use only what they declare and others expose", "intruder",
            "contexts form no cycle", "circle",
            "packages of one context form no cycle", "knot",
            "jOOQ only in store", "sqlanywhere",
            "GraphQL only in graphql and the plugin class", "fetcheranywhere",
            "Helidon only in the host, app and web", "httpanywhere",
            "the platform only in plugin classes", "locator",
            "no wall clock and no random ids outside core", "wallclock",
            "packages are named after the business", "emptyword");

    @TestFactory
    Stream<DynamicTest> every_production_class_respects() {
        return new Borders("news.piton")
                .rules().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                            Finding finding = rule.getValue().apply(PRODUCTION);
                            assertTrue(finding.looked() > 100, "looked at " + finding.looked() + " classes only");
                            assertEquals(List.of(), finding.violations());
                        }));
    }

    @TestFactory
    Stream<DynamicTest> fails_on_its_canary() {
        return CANARIES.entrySet().stream()
                .map(canary -> DynamicTest.dynamicTest(canary.getKey(), () -> {
                    String root = "news.piton.canary." + canary.getValue();
                    JavaClasses classes = new ClassFileImporter().importPackages(root);
                    assertFalse(classes.isEmpty(), "no canary in " + root);
                    Finding finding =
                            new Borders(root).rules().get(canary.getKey()).apply(classes);
                    assertFalse(finding.violations().isEmpty(), "the rule lets its canary pass");
                }));
    }

    @Test
    void every_rule_has_a_canary() {
        assertEquals(
                new Borders("news.piton").rules().keySet(),
                new TreeSet<>(CANARIES.keySet()).stream().collect(Collectors.toSet()));
    }

    @Test
    void sees_the_classes_of_all_six_modules() {
        Set<String> modules = PRODUCTION.stream()
                .map(type -> type.getPackageName().split("\\.")[2])
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("core", "articles", "comments", "newsletter", "sharing", "app"), modules);
    }

    @Test
    void core_names_no_business_noun() {
        List<String> named = PRODUCTION.stream()
                .filter(type -> type.getPackageName().startsWith("news.piton.core"))
                .flatMap(ArchitectureTest::names)
                .filter(name -> BUSINESS_NOUN.matcher(name).find())
                .toList();
        assertEquals(List.of(), named);
    }

    @Test
    void core_names_no_business_noun_in_what_it_ships_besides_classes() throws IOException {
        List<String> named = new ArrayList<>();
        int looked = 0;
        try (Stream<Path> files = Files.walk(Path.of("..", "core", "src", "main", "resources"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                looked++;
                // a COMMENT of SQL says what a column means
                String text = Files.readString(file).replaceAll("\\bCOMMENT (?=')", "");
                Matcher noun = BUSINESS_NOUN.matcher(text);
                while (noun.find()) {
                    named.add(file + ": " + noun.group());
                }
            }
        }
        assertTrue(looked > 10, "looked at " + looked + " files only");
        assertEquals(List.of(), named);
    }

    private static Stream<String> names(JavaClass type) {
        return Stream.of(
                        Stream.of(type.getName()),
                        type.getMethods().stream().map(method -> method.getFullName()),
                        type.getFields().stream().map(field -> field.getFullName()))
                .flatMap(each -> each);
    }
}
