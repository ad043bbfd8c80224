package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPressAddressTest {
    @ParameterizedTest
    @CsvSource({
        "/, p=7, /?p=7",
        "/, utm_source=x&p=7&utm_medium=y, /?p=7",
        "/index.php, p=7, /?p=7",
        "/blog/, page_id=12, /blog/?page_id=12",
        "/, attachment_id=9&x, /?attachment_id=9",
        "/, p=seven, /?p=seven",
        "/about/, '', /about/",
    })
    void keeps_the_number_and_drops_what_stands_beside_it(String path, String query, String address) {
        assertEquals(address, WordPressAddress.of(path, query));
    }

    @ParameterizedTest
    @CsvSource({
        "/page/2/, /",
        "/tag/sea/page/12, /tag/sea",
        "/author/ione-charlery/page/2/, /author/ione-charlery",
        "/2026/, /",
        "/2026/11/, /",
        "/2026/11/24, /",
        "/2026/11/page/3/, /",
        "/2026/11/24/ferry/page/2/, ''",
        "/pages/2, ''",
        "/about/page/2/, ''",
        "//elsewhere.example/page/2, ''",
        "/12345/, ''",
        "/2026/1/, ''",
        "/, ''",
    })
    void finds_the_list_behind_its_pages_and_the_front_page_for_an_archive(String path, String list) {
        assertEquals(list, WordPressAddress.list(path));
    }

    @ParameterizedTest
    @CsvSource({
        "/2012/03/15/ferry/2/, /2012/03/15/ferry",
        "/2012/03/15/ferry/comment-page-3/, /2012/03/15/ferry",
        "/2012/03/15/ferry/feed/, /2012/03/15/ferry",
        "/2012/03/15/ferry/feed/rss2/, /2012/03/15/ferry",
        "/2012/03/15/ferry/amp, /2012/03/15/ferry",
        "/about/page/2/, /about",
        "/2012/03/15/ferry/, /2012/03/15/ferry/",
        "/12/, /12/",
    })
    void finds_the_article_behind_its_parts(String path, String article) {
        assertEquals(article.equals("/12/") ? path : article, WordPressAddress.article(path));
    }
}
