package news.piton.core.graphql;

import graphql.schema.DataFetchingEnvironment;
import news.piton.core.page.PageRequest;

/** Reads the four connection arguments of a field. */
public final class Pages {
    private Pages() {}

    public static PageRequest of(DataFetchingEnvironment environment) {
        return of(environment, PageRequest.LARGEST);
    }

    /** @param largest how many the list gives at once at the most */
    public static PageRequest of(DataFetchingEnvironment environment, int largest) {
        return PageRequest.of(
                environment.getArgument("first"),
                environment.getArgument("after"),
                environment.getArgument("last"),
                environment.getArgument("before"),
                largest);
    }
}
