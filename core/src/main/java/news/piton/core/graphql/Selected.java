package news.piton.core.graphql;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an operation may select below a field, for reading no more than that. Reads the document as it was parsed, without
 * weighing type conditions, {@code @skip} and {@code @include}: it may say yes to what is left out in the end, and never no
 * to what is asked for. Costs a look at the selections, where graphql-java's selection set normalises the whole operation.
 */
public final class Selected {
    private final List<SelectionSet> selections;
    private final Map<String, FragmentDefinition> fragments;

    private Selected(List<SelectionSet> selections, Map<String, FragmentDefinition> fragments) {
        this.selections = selections;
        this.fragments = fragments;
    }

    /** What is selected below the field that is being fetched. */
    public static Selected under(DataFetchingEnvironment environment) {
        List<SelectionSet> selections = new ArrayList<>();
        environment.getMergedField().getFields().forEach(field -> add(selections, field));
        return new Selected(selections, environment.getFragmentsByName());
    }

    /** What is selected below a field of this selection, under whatever alias. */
    public Selected under(String field) {
        List<SelectionSet> below = new ArrayList<>();
        eachField(found -> {
            if (found.getName().equals(field)) {
                add(below, found);
            }
        });
        return new Selected(below, fragments);
    }

    /** The names of all fields here. */
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        eachField(field -> names.add(field.getName()));
        return names;
    }

    public boolean has(String field) {
        boolean[] found = new boolean[1];
        eachField(each -> found[0] |= each.getName().equals(field));
        return found[0];
    }

    private void eachField(Consumer<Field> visitor) {
        Set<String> seen = new HashSet<>();
        selections.forEach(selection -> visit(selection, seen, visitor));
    }

    /** Each fragment once: a document in which fragments multiply costs no more than its length. */
    private void visit(@Nullable SelectionSet set, Set<String> seen, Consumer<Field> visitor) {
        if (set == null) {
            return;
        }
        for (Selection<?> selection : set.getSelections()) {
            switch (selection) {
                case Field field -> visitor.accept(field);
                case InlineFragment inline -> visit(inline.getSelectionSet(), seen, visitor);
                case FragmentSpread spread -> {
                    FragmentDefinition fragment = fragments.get(spread.getName());
                    if (fragment != null && seen.add(spread.getName())) {
                        visit(fragment.getSelectionSet(), seen, visitor);
                    }
                }
                default -> throw new IllegalStateException("no selection known to GraphQL: " + selection);
            }
        }
    }

    private static void add(List<SelectionSet> selections, Field field) {
        if (field.getSelectionSet() != null) {
            selections.add(field.getSelectionSet());
        }
    }
}
