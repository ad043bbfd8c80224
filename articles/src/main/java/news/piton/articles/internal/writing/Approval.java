package news.piton.articles.internal.writing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.checks.CheckList;
import news.piton.articles.internal.checks.PublishCheck;
import news.piton.articles.internal.revising.Manuscript;
import news.piton.articles.internal.revising.Save;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;

/**
 * Makes a text the one that stands, where it has an editor's word. What readers have, or are promised, may not become what
 * publishing would refuse: each blocking finding of the check-list that the new text brings is a refusal. Those that the old
 * text had already are no hindrance, for an article that came in without an alternative text must be open to other amends.
 */
public final class Approval {
    private final Texts texts;
    private final CheckList checks;

    public Approval(Texts texts, CheckList checks) {
        this.texts = texts;
        this.checks = checks;
    }

    Outcome<Long> write(Article before, Manuscript next, Save save) {
        if (!before.awaitsApproval(save.at())) {
            return texts.write(before, next, save);
        }
        Set<PublishCheck.Code> known =
                blocking(before.id()).stream().map(PublishCheck::code).collect(Collectors.toSet());
        return texts.write(before, next, save).then(id -> {
            List<UserError> errors = blocking(id).stream()
                    .filter(check -> !known.contains(check.code()))
                    .map(PublishCheck::error)
                    .toList();
            return errors.isEmpty() ? Outcome.done(id) : Outcome.refused(errors);
        });
    }

    private List<PublishCheck> blocking(long article) {
        return checks.of(new CheckList.Request(article, null)).stream()
                .filter(PublishCheck::blocks)
                .toList();
    }
}
