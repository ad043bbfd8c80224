package news.piton.articles.internal.wordpress;

import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.body.Body;
import news.piton.core.plugin.Importer.Progress;

/** What becomes of the pictures that lie on the old site. */
interface Pictures {
    /** They stay there. */
    Pictures LEFT = new Pictures() {
        @Override
        public Body in(Body body, Progress progress) {
            return body;
        }

        @Override
        public Picture main(Picture picture, Progress progress) {
            return picture;
        }
    };

    /** The text with the pictures that it shows. */
    Body in(Body body, Progress progress);

    Picture main(Picture picture, Progress progress);
}
