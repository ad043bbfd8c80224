package org.example.tips;

import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.Set;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.GlobalId;
import news.piton.core.id.Ids;

/** A reader sends a tip. */
final class SendTip {
    private final Database database;
    private final TipStore tips;
    private final Ids ids;
    private final InstantSource clock;

    SendTip(Database database, TipStore tips, Ids ids, InstantSource clock) {
        this.database = database;
        this.tips = tips;
        this.ids = ids;
        this.clock = clock;
    }

    public record Input(String articleId, String text) {}

    public record Sent(Integer tipCount) {}

    Outcome<Sent> send(Input input) {
        if (input.text().isBlank() || input.text().length() > 1_000) {
            return Outcome.refused(UserError.at("text", "INVALID", "Write your tip in 1 to 1,000 characters."));
        }
        OptionalLong article = GlobalId.number("Article", input.articleId());
        return database.inTransaction(() -> {
            if (article.isEmpty() || !tips.isOpen(article.getAsLong())) {
                return Outcome.refused(UserError.at("articleId", "NOT_FOUND", "There is no such article."));
            }
            tips.add(ids.next(), article.getAsLong(), input.text(), clock.instant());
            return Outcome.done(
                    new Sent(tips.counts(Set.of(article.getAsLong())).get(article.getAsLong())));
        });
    }
}
