package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import news.piton.articles.internal.fetching.Reach;
import news.piton.core.host.importing.ImportReport;
import news.piton.core.plugin.Importer;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import that is told to fetch pictures, and a server inside the network that counts who comes. */
class FetchingModuleTest {
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer inside;

    @BeforeEach
    void listen() throws IOException {
        inside = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        inside.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        inside.start();
    }

    @AfterEach
    void stop() {
        inside.stop(0);
    }

    /** Any port, so that the address alone decides. */
    private record AnyPort(Predicate<InetAddress> addresses) implements Reach {
        @Override
        public boolean address(InetAddress address) {
            return addresses.test(address);
        }

        @Override
        public boolean port(int port) {
            return true;
        }
    }

    private String address(String host) {
        return "http://" + host + ":" + inside.getAddress().getPort() + "/secret.jpg";
    }

    private ImportReport bring(TestHost host, String address) {
        String text = """
            <rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><wp:wxr_version>1.2</wp:wxr_version><item><title>Inside</title><wp:post_id>1</wp:post_id>
            <wp:post_name>inside</wp:post_name><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
            <wp:post_date_gmt>2020-01-01 00:00:00</wp:post_date_gmt>
            <content:encoded><![CDATA[<img src="%s" alt="x">]]></content:encoded></item></channel></rss>
            """.formatted(address);
        return OldHerald.importInto(host, text, new Importer.Options(false, true));
    }

    @Test
    void fetches_no_picture_from_inside_the_network_even_when_asked_to() {
        for (String name : new String[] {"127.0.0.1", "localhost"}) {
            try (TestHost host = TestHost.boot(new ArticlesPlugin(new AnyPort(Reach.PUBLIC::address)))) {
                ImportReport report = bring(host, address(name));
                assertEquals("pictures: not an address on the public web (1)", OldHerald.skipped(report));
                assertTrue(host.guest()
                        .send("{ article(slug: \"inside\") { body { html } } }")
                        .text("/data/article/body/html")
                        .contains("src=\"" + address(name)));
            }
        }
        assertEquals(0, requests.get());
    }

    @Test
    void would_be_seen_by_that_server_if_it_did() {
        try (TestHost host = TestHost.boot(new ArticlesPlugin(new AnyPort(InetAddress::isLoopbackAddress)))) {
            assertEquals("pictures: its server answers 404 (1)", OldHerald.skipped(bring(host, address("127.0.0.1"))));
        }
        assertEquals(1, requests.get());
    }
}
