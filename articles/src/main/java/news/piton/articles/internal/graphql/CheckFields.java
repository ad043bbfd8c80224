package news.piton.articles.internal.graphql;

import graphql.execution.ExecutionStepInfo;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.checks.CheckList;
import news.piton.articles.internal.checks.PublishCheck;
import news.piton.core.graphql.Loader;
import news.piton.core.id.GlobalId;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** The check-list, of an article and of what a mutation was asked to do with one. */
public final class CheckFields {
    private final Loader<Asked, List<PublishCheck>> lists;

    private CheckFields(CheckList checks) {
        lists = new Loader<>("articles.publish-checks", (asked, caller) -> lists(asked, checks));
    }

    public static void contribute(Contribution.Builder to, CheckList checks) {
        CheckFields fields = new CheckFields(checks);
        to.field("Article", "publishChecks", fields::ofArticle)
                .field("ArticlePayload", "publishChecks", fields::ofMutation)
                .loader(fields.lists);
    }

    /** @param version lets a change within an operation be seen; -1 where the stored one is asked for */
    private record Asked(CheckList.Request request, int version) {}

    private static Map<Asked, List<PublishCheck>> lists(Set<Asked> asked, CheckList checks) {
        Map<CheckList.Request, List<PublishCheck>> found =
                checks.of(asked.stream().map(Asked::request).collect(Collectors.toSet()));
        Map<Asked, List<PublishCheck>> lists = new HashMap<>();
        asked.stream()
                .filter(each -> found.containsKey(each.request))
                .forEach(each -> lists.put(each, Objects.requireNonNull(found.get(each.request))));
        return lists;
    }

    private CompletableFuture<@Nullable List<PublishCheck>> ofArticle(DataFetchingEnvironment environment) {
        ArticleView article = LookAhead.source(environment);
        return lists.load(environment, new Asked(new CheckList.Request(article.id(), null), article.version()));
    }

    /** Of the article that the input names, as it is after the mutation: refused and only validated leave it as it was. */
    private @Nullable CompletableFuture<@Nullable List<PublishCheck>> ofMutation(DataFetchingEnvironment environment) {
        ExecutionStepInfo mutation =
                Objects.requireNonNull(environment.getExecutionStepInfo().getParent());
        Map<String, Object> arguments = mutation.getArguments();
        if (!(arguments.get("input") instanceof Map<?, ?> input) || !(input.get("id") instanceof String id)) {
            return null;
        }
        OptionalLong article = GlobalId.number("Article", id);
        Instant at = input.get("at") instanceof Instant given ? given : null;
        return article.isEmpty()
                ? null
                : lists.load(environment, new Asked(new CheckList.Request(article.getAsLong(), at), -1));
    }
}
