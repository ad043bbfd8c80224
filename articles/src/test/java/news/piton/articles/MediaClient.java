package news.piton.articles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import news.piton.core.testing.TestHost;

/** Uploads and gets images over HTTP, which deals in bytes. */
final class MediaClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final TestHost host;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();

    MediaClient(TestHost host) {
        this.host = host;
        host.as("AUTHOR").send("{ __typename }").ok();
        this.token = host.guest()
                .send("mutation { signIn(input: {email: \"author@example.org\", password: \"correct horse battery"
                        + " staple\"}) { token } }")
                .ok()
                .text("/data/signIn/token");
    }

    String token() {
        return token;
    }

    HttpResponse<byte[]> post(byte[] file, String query, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(host.url("/media" + query)).POST(BodyPublishers.ofByteArray(file));
        headers.forEach(request::header);
        return exchange(request.build());
    }

    HttpResponse<byte[]> upload(byte[] file, String query) {
        return post(file, query, Map.of("Authorization", "Bearer " + token));
    }

    /** What the answer to an upload tells; anything but 201 fails. */
    JsonNode uploaded(byte[] file, String query) {
        HttpResponse<byte[]> answer = upload(file, query);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + new String(answer.body()));
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** A path of this host, or an address that it told, which begins with the site's. */
    HttpResponse<byte[]> get(String address, String method, Map<String, String> headers) {
        URI url = host.url(URI.create(address).getRawPath());
        HttpRequest.Builder request = HttpRequest.newBuilder(url).method(method, BodyPublishers.noBody());
        headers.forEach(request::header);
        return exchange(request.build());
    }

    byte[] file(String address) {
        HttpResponse<byte[]> answer = get(address, "GET", Map.of());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " for " + address);
        }
        return answer.body();
    }

    HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
