package news.piton.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.http.Method;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients see of a server that stops. */
@Timeout(60)
class StopModuleTest {
    private static final String QUERY = "{\"query\":\"{ modules { name status } viewer { name } }\"}";

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void finishes_what_is_running_and_answers_nothing_with_a_mistake_of_its_own() throws Exception {
        List<String> answers = new CopyOnWriteArrayList<>();
        try (TestHost host = TestHost.with(new Slow()).boot();
                HttpClient client = HttpClient.newHttpClient()) {
            URI url = host.host().url();
            CompletableFuture<HttpResponse<String>> slow = client.sendAsync(
                    HttpRequest.newBuilder(url.resolve("/slow")).build(), BodyHandlers.ofString());
            begun.await();
            CountDownLatch busy = new CountDownLatch(40);
            List<Thread> readers = IntStream.range(0, 8)
                    .mapToObj(i -> Thread.ofVirtual().start(() -> ask(url, answers, busy)))
                    .toList();
            busy.await();
            Thread stop = Thread.ofVirtual().start(host.host()::close);
            for (Thread reader : readers) {
                reader.join();
            }
            assertFalse(slow.isDone());
            end.countDown();
            assertEquals(
                    "200 at last", slow.join().statusCode() + " " + slow.join().body());
            stop.join();
            assertTrue(answers.stream().allMatch(answer -> answer.startsWith("200 {\"data\"")), answers::toString);
        }
    }

    /** One after the other, until nobody listens any more. */
    private static void ask(URI url, List<String> answers, CountDownLatch busy) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(url.resolve("/graphql"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(QUERY))
                                .build(),
                        BodyHandlers.ofString());
                answers.add(answer.statusCode() + " " + answer.body());
                busy.countDown();
            }
        } catch (IOException hungUp) {
            if (listens(url)) {
                answers.add("hung up on while it still listens: " + hungUp);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean listens(URI url) {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private final class Slow implements Plugin {
        @Override
        public PluginDescription describe() {
            return PluginDescription.of("slow", "1.0.0").build();
        }

        @Override
        public Contribution install(Platform platform) {
            return Contribution.builder()
                    .route(Method.GET, "/slow", (request, response) -> {
                        begun.countDown();
                        end.await();
                        response.send("at last");
                    })
                    .build();
        }
    }
}
