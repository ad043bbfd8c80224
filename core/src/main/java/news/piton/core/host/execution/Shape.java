package news.piton.core.host.execution;

import graphql.language.Definition;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The size of what a selection asks for, with its fragments put in. Every fragment is measured once, however often it is
 * spread, so that a document which doubles with every fragment costs no more to refuse than its length.
 *
 * @param introspectionDepth levels of fields below the deepest-going {@code __schema} or {@code __type}
 */
record Shape(long depth, long fields, long aliases, long directives, long introspectionDepth) {
    private static final long PLENTY = Integer.MAX_VALUE;
    private static final Shape NOTHING = new Shape(0, 0, 0, 0, 0);

    boolean introspects() {
        return introspectionDepth > 0;
    }

    static Measuring measuring(Document document) {
        return new Measuring(document);
    }

    private Shape and(Shape other) {
        return new Shape(
                Math.max(depth, other.depth),
                Math.min(PLENTY, fields + other.fields),
                Math.min(PLENTY, aliases + other.aliases),
                Math.min(PLENTY, directives + other.directives),
                Math.max(introspectionDepth, other.introspectionDepth));
    }

    /** Measures the operations of one document. */
    static final class Measuring {
        private final Map<String, FragmentDefinition> fragments = new HashMap<>();
        private final Map<String, Shape> measured = new HashMap<>();

        private Measuring(Document document) {
            for (Definition<?> definition : document.getDefinitions()) {
                if (definition instanceof FragmentDefinition fragment) {
                    fragments.put(fragment.getName(), fragment);
                }
            }
        }

        Shape of(OperationDefinition operation) {
            return of(operation.getSelectionSet()).and(directives(operation));
        }

        private Shape of(@Nullable SelectionSet selections) {
            Shape sum = NOTHING;
            if (selections != null) {
                for (Selection<?> selection : selections.getSelections()) {
                    sum = sum.and(of(selection));
                }
            }
            return sum;
        }

        private Shape of(Selection<?> selection) {
            return switch (selection) {
                case Field field -> of(field);
                case InlineFragment inline -> of(inline.getSelectionSet()).and(directives(inline));
                case FragmentSpread spread -> of(spread.getName()).and(directives(spread));
                default -> NOTHING;
            };
        }

        private Shape of(Field field) {
            Shape inside = of(field.getSelectionSet());
            boolean introspects =
                    field.getName().equals("__schema") || field.getName().equals("__type");
            return new Shape(
                            inside.depth + 1,
                            Math.min(PLENTY, inside.fields + 1),
                            Math.min(PLENTY, inside.aliases + (field.getAlias() == null ? 0 : 1)),
                            inside.directives,
                            introspects ? inside.depth + 1 : inside.introspectionDepth)
                    .and(directives(field));
        }

        private Shape of(String name) {
            Shape known = measured.get(name);
            if (known != null) {
                return known;
            }
            FragmentDefinition fragment = fragments.get(name);
            if (fragment == null) {
                return NOTHING;
            }
            measured.put(name, NOTHING); // ends cycles, which validation refuses with their names
            Shape shape = of(fragment.getSelectionSet()).and(directives(fragment));
            measured.put(name, shape);
            return shape;
        }

        private static Shape directives(DirectivesContainer<?> node) {
            int count = node.getDirectives().size();
            return count == 0 ? NOTHING : new Shape(0, 0, 0, count, 0);
        }
    }
}
