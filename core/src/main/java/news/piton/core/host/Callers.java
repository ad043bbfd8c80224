package news.piton.core.host;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import news.piton.core.graphql.Caller;
import news.piton.core.guard.ClientAddress;
import news.piton.core.guard.ClientAddresses;
import news.piton.core.host.http.RequestTrace;
import news.piton.core.identity.Authentication;
import news.piton.core.identity.Viewer;
import org.jspecify.annotations.Nullable;

/** Tells who makes a request: once for each request that asks, and not at all for one that does not. */
final class Callers {
    private final Authentication authentication;
    private final ClientAddresses addresses;
    private final HeaderName proxyHeader;

    Callers(Authentication authentication, ClientAddresses addresses) {
        this.authentication = authentication;
        this.addresses = addresses;
        this.proxyHeader = HeaderNames.create(addresses.header());
    }

    /** Puts the caller into each request's context, found out when somebody first asks. */
    void supply(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        request.context().supply(Caller.class, () -> identify(request));
        chain.proceed();
    }

    /** @throws news.piton.core.fault.Fault UNAUTHENTICATED for a token that opens nothing */
    Caller of(ServerRequest request) {
        return request.context().get(Caller.class).orElseThrow();
    }

    /** Finds out anew, as a stream has to that outlives sessions. */
    Caller identify(ServerRequest request) {
        return new Caller(
                authentication.viewer(header(request, HeaderNames.COOKIE), header(request, HeaderNames.AUTHORIZATION)),
                address(request),
                RequestTrace.of(request).id());
    }

    /** The program itself, which sees what a guest sees. */
    Caller here() {
        return new Caller(new Viewer.Guest(), addresses.of(InetAddress.getLoopbackAddress(), List.of()), "here");
    }

    private ClientAddress address(ServerRequest request) {
        InetAddress peer = ((InetSocketAddress) request.remotePeer().address()).getAddress();
        return addresses.of(peer, request.headers().all(proxyHeader, List::of));
    }

    private static @Nullable String header(ServerRequest request, HeaderName name) {
        List<String> values = request.headers().all(name, List::of);
        return values.isEmpty() ? null : String.join("; ", values);
    }
}
