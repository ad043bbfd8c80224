package news.piton.core.host.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Keeps to where a message ends (RFC 9112, sections 6 and 7), so that a proxy in front never sees another end than we do:
 * refuses a length in doubt, and takes no further request from a connection once an answer has said that it closes. To be
 * added to the routing as its very first filter; {@link ListenerLimits} adds the rest.
 */
public final class Framing implements Filter {
    private static final Header NOT_ENCODED = HeaderValues.createCached(HeaderNames.ACCEPT_ENCODING, "identity");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        request.streamFilter(Body::new);
        chain.proceed();
        if (response.isSent() && response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            // a client that waits for 100 Continue will send no body now
            boolean waits = request.headers().contains(HeaderValues.EXPECT_100) && !request.continueSent();
            if (waits || request.content().consumed()) {
                throw new CloseConnectionException("The answer has said so.");
            }
            throw new OrderlyConnections.Unread();
        }
    }

    /**
     * Refuses before Helidon does, which takes the first of two lengths, overlooks a transfer coding that it does not know, and
     * gives no reason to a client that sends a content coding.
     */
    static void check(Headers headers) {
        List<String> codings = headers.all(HeaderNames.TRANSFER_ENCODING, List::of);
        List<String> lengths = headers.all(HeaderNames.CONTENT_LENGTH, List::of);
        if (!codings.isEmpty() && !lengths.isEmpty()) {
            throw refusal(Status.BAD_REQUEST_400, "Send either Content-Length or Transfer-Encoding, and not both.");
        }
        if (!codings.isEmpty() && !codings.equals(List.of("chunked"))) {
            throw refusal(Status.NOT_IMPLEMENTED_501, "The only Transfer-Encoding known here is: chunked.");
        }
        if (lengths.size() > 1
                || lengths.size() == 1 && !DIGITS.matcher(lengths.getFirst()).matches()) {
            throw refusal(Status.BAD_REQUEST_400, "Send Content-Length once, as a decimal number of bytes.");
        }
        if (headers.contains(HeaderNames.CONTENT_ENCODING) && !(codings.isEmpty() && lengths.isEmpty())) {
            // RFC 9110, section 15.5.16
            throw refusing(
                            Status.UNSUPPORTED_MEDIA_TYPE_415,
                            "Send the body as it is, without Content-Encoding; encoded bodies are not read here.")
                    .header(NOT_ENCODED)
                    .build();
        }
    }

    private static RequestException refusal(Status status, String sentence) {
        return refusing(status, sentence).build();
    }

    private static RequestException.Builder refusing(Status status, String sentence) {
        return RequestException.builder()
                .type(DirectHandler.EventType.OTHER)
                .status(status)
                .setKeepAlive(false)
                .message(sentence);
    }

    /** A body, of which Helidon takes a malformed size of a chunk, and a client that hangs up, for mistakes of ours. */
    private static final class Body extends FilterInputStream {
        private Body(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            try {
                return in.read(bytes, from, count);
            } catch (NumberFormatException | DataReader.IncorrectNewLineException malformed) {
                throw refusal(Status.BAD_REQUEST_400, "The size of a chunk is not a hexadecimal number.");
            } catch (DataReader.InsufficientDataAvailableException gone) {
                throw new EOFException("The body broke off.");
            }
        }

        @Override
        public void close() {
            // Helidon would read on here; what is left unread is dropped with the request
        }
    }
}
