package news.piton.core.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.piton.core.plugin.BoundedContext;

/**
 * The borders between and inside contexts, as rules that any plugin can hold itself to. Each rule tells how many classes
 * it looked at: one with a misspelt package would pass in silence.
 *
 * @param root the package above the contexts, for example {@code news.piton}
 */
public record Borders(String root) {
    private static final Set<String> CORE = Set.of("core");

    /**
     * What a rule found.
     *
     * @param looked how many classes it was about
     * @param violations one sentence each
     */
    public record Finding(int looked, List<String> violations) {}

    /** All rules by name, each as a function of the imported classes. */
    public Map<String, Function<JavaClasses, Finding>> rules() {
        Map<String, Function<JavaClasses, Finding>> rules = new LinkedHashMap<>();
        rules.put("every class lies in a declared context", this::declared);
        rules.put("contexts use only what they declare and others expose", this::used);
        rules.put("contexts form no cycle", classes -> cycles(classes, root + ".(*).."));
        rules.put("packages of one context form no cycle", this::packageCycles);
        rules.put(
                "jOOQ only in store",
                classes -> only(classes, "org.jooq..", in("..internal.store..").or(coreStore())));
        rules.put(
                "GraphQL only in graphql and the plugin class",
                classes -> only(
                        classes,
                        "graphql..",
                        in("..internal.graphql..", "..core.graphql..", "..core.plugin..", "..core.host..")
                                .or(pluginClass())));
        rules.put(
                "Helidon only in the host, app and web",
                classes -> only(
                        classes,
                        "io.helidon..",
                        in("..internal.web..", "..core.plugin..", "..core.host..", root + ".app..")
                                .or(pluginClass())));
        rules.put(
                "the platform only in plugin classes",
                classes -> check(
                        classes,
                        not(in("..core.plugin..", "..core.host..").or(pluginClass())),
                        never(dependOnClassesThat(named("Platform")))));
        rules.put("no wall clock and no random ids outside core", this::clocks);
        rules.put("packages are named after the business", this::packageNames);
        return rules;
    }

    private Finding declared(JavaClasses classes) {
        return check(classes, any(), condition("lie in a declared context", (type, events) -> {
            if (context(type).isEmpty()) {
                events.add(SimpleConditionEvent.violated(
                        type, type.getName() + " lies in no package with @BoundedContext on its base"));
            }
        }));
    }

    private Finding used(JavaClasses classes) {
        return check(classes, any(), condition("stay within uses and exposes", (type, events) -> {
            Optional<Context> own = context(type);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                Optional<Context> other = target.getPackageName().startsWith(root) ? context(target) : Optional.empty();
                if (own.isPresent()
                        && other.isPresent()
                        && !own.equals(other)
                        && !mayUse(own.get(), other.get(), target)) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                }
            }
        }));
    }

    private static boolean mayUse(Context own, Context other, JavaClass target) {
        boolean declared = CORE.contains(other.declared().name())
                || Arrays.asList(own.declared().uses())
                        .contains(other.declared().name());
        String rest = target.getPackageName().substring(other.base().length());
        boolean exposed = rest.isEmpty()
                || Arrays.stream(other.declared().exposes())
                        .anyMatch(open -> rest.equals("." + open) || rest.startsWith("." + open + "."));
        boolean hostOfOthers = CORE.contains(other.declared().name())
                && rest.startsWith(".host")
                && !own.declared().name().equals("app");
        return declared && exposed && !hostOfOthers;
    }

    private record Context(String base, BoundedContext declared) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Context context && context.base.equals(base);
        }

        @Override
        public int hashCode() {
            return base.hashCode();
        }
    }

    /** The context of a class: the nearest package above it, below the root, that declares one. */
    private Optional<Context> context(JavaClass type) {
        Optional<JavaPackage> at = Optional.of(type.getPackage());
        while (at.isPresent() && at.get().getName().startsWith(root)) {
            JavaPackage here = at.get();
            if (here.isAnnotatedWith(BoundedContext.class)) {
                return Optional.of(new Context(here.getName(), here.getAnnotationOfType(BoundedContext.class)));
            }
            at = here.getParent();
        }
        return Optional.empty();
    }

    private Finding packageCycles(JavaClasses classes) {
        int looked = 0;
        List<String> violations = new java.util.ArrayList<>();
        for (String context : contexts(classes)) {
            Finding finding = cycles(classes, root + "." + context + ".(**)");
            looked += finding.looked();
            violations.addAll(finding.violations());
        }
        return new Finding(looked, violations);
    }

    private Set<String> contexts(JavaClasses classes) {
        Set<String> names = new java.util.TreeSet<>();
        classes.forEach(type -> {
            if (type.getPackageName().startsWith(root + ".")) {
                names.add(type.getPackageName().substring(root.length() + 1).split("\\.")[0]);
            }
        });
        return names;
    }

    private Finding cycles(JavaClasses classes, String slices) {
        EvaluationResult result = SlicesRuleDefinition.slices()
                .matching(slices)
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .evaluate(classes);
        return new Finding(classes.size(), result.getFailureReport().getDetails());
    }

    private Finding only(JavaClasses classes, String library, DescribedPredicate<JavaClass> where) {
        return check(classes, not(where), never(dependOnClassesThat(resideInAnyPackage(library))));
    }

    private Finding clocks(JavaClasses classes) {
        Set<String> forbidden = Set.of(
                "java.time.Instant.now",
                "java.time.LocalDate.now",
                "java.time.LocalDateTime.now",
                "java.time.ZonedDateTime.now",
                "java.time.OffsetDateTime.now",
                "java.time.Clock.systemUTC",
                "java.time.Clock.systemDefaultZone",
                "java.lang.System.currentTimeMillis",
                "java.util.UUID.randomUUID",
                "java.lang.Math.random",
                "java.util.Random.<init>",
                "java.security.SecureRandom.<init>",
                "java.util.concurrent.ThreadLocalRandom.current");
        return check(
                classes,
                not(in(root + ".core..")),
                condition(
                        "take time and ids from core",
                        (type, events) -> type.getCodeUnitAccessesFromSelf().forEach(access -> {
                            String target = access.getTargetOwner().getName() + "."
                                    + access.getTarget().getName();
                            if (forbidden.contains(target)) {
                                events.add(SimpleConditionEvent.violated(type, access.getDescription()));
                            }
                        })));
    }

    private Finding packageNames(JavaClasses classes) {
        Set<String> empty =
                Set.of("util", "utils", "common", "model", "models", "dto", "impl", "service", "services", "helper");
        return check(classes, any(), condition("lie in packages named after the business", (type, events) -> {
            if (Arrays.stream(type.getPackageName().split("\\.")).anyMatch(empty::contains)) {
                events.add(
                        SimpleConditionEvent.violated(type, type.getName() + " lies in a package that says nothing"));
            }
        }));
    }

    private Finding check(
            JavaClasses classes, DescribedPredicate<JavaClass> which, ArchCondition<JavaClass> condition) {
        int looked = (int) classes.stream().filter(which).count();
        EvaluationResult result = ArchRuleDefinition.classes()
                .that(which)
                .should(condition)
                .allowEmptyShould(true)
                .evaluate(classes);
        return new Finding(looked, result.getFailureReport().getDetails());
    }

    private interface Check {
        void on(JavaClass type, ConditionEvents events);
    }

    private static ArchCondition<JavaClass> condition(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.on(type, events);
            }
        };
    }

    private static DescribedPredicate<JavaClass> any() {
        return DescribedPredicate.alwaysTrue();
    }

    private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> predicate) {
        return DescribedPredicate.not(predicate);
    }

    private static DescribedPredicate<JavaClass> in(String... packages) {
        return resideInAnyPackage(packages);
    }

    /** Core's stores lie beside the service that they belong to, and are known by their name. */
    private DescribedPredicate<JavaClass> coreStore() {
        return DescribedPredicate.describe(
                "core's stores",
                type -> type.getPackageName().startsWith(root + ".core.database")
                        || (type.getPackageName().startsWith(root + ".core.")
                                && outermost(type).endsWith("Store")));
    }

    private static DescribedPredicate<JavaClass> pluginClass() {
        return DescribedPredicate.describe(
                "plugin classes", type -> outermost(type).endsWith("Plugin"));
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(name, type -> type.getName().endsWith(".core.plugin." + name));
    }

    private static String outermost(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
