package news.piton.articles.internal.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.counting.CountRead;
import news.piton.articles.internal.counting.MostRead;
import news.piton.core.fault.Fault;
import news.piton.core.plugin.Contribution;

/** What is read most, and how it comes to be known. */
public final class ReadFields {
    private final CountRead countRead;
    private final MostRead mostRead;

    public ReadFields(CountRead countRead, MostRead mostRead) {
        this.countRead = countRead;
        this.mostRead = mostRead;
    }

    record ReadArticleInput(String id) {}

    record ReadArticleValue(boolean counted) {}

    public void contribute(Contribution.Builder to) {
        to.query("mostRead", this::mostRead)
                .mutation(
                        "readArticle",
                        ReadArticleInput.class,
                        ReadArticleValue.class,
                        call -> countRead
                                .count(call.input().id(), call.caller().address())
                                .map(counted -> new ReadArticleValue(counted.counted())));
    }

    private List<ArticleView> mostRead(DataFetchingEnvironment environment) {
        int first = environment.getArgumentOrDefault("first", 10);
        if (first < 1 || first > MostRead.MOST) {
            throw Fault.badRequest("`first` must be between 1 and " + MostRead.MOST + ", not " + first + ".");
        }
        return mostRead.of(environment.getArgument("section"), first);
    }
}
