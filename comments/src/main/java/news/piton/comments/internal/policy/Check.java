package news.piton.comments.internal.policy;

import java.util.List;

/**
 * One automatic check. To add one: implement this, and name it in {@link Checks#usual}. It looks at a cleaned text of at most
 * 5,000 characters, keeps no state, and takes time in proportion to the text, whatever the text is.
 */
@FunctionalInterface
interface Check {
    List<PolicyFinding> look(Draft draft);
}
