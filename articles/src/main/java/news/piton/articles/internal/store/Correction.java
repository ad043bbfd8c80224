package news.piton.articles.internal.store;

import java.time.Instant;
import news.piton.articles.CorrectionKind;
import news.piton.articles.CorrectionView;

/** A correction and the article that it is about. */
public record Correction(long id, long article, CorrectionView view) {

    Correction(long id, long article, String kind, String text, Instant at) {
        this(id, article, new CorrectionView(CorrectionKind.valueOf(kind), text, at));
    }
}
