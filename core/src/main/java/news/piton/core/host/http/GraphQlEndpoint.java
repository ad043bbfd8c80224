package news.piton.core.host.http;

import graphql.schema.GraphQLSchema;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import news.piton.core.fault.Fault;
import news.piton.core.fault.FaultCode;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Loader;
import news.piton.core.host.execution.Answer;
import news.piton.core.host.execution.Engine;
import news.piton.core.host.execution.EventTap;
import news.piton.core.host.execution.Measures;
import news.piton.core.host.execution.OperationError;
import news.piton.core.plugin.Contribution.Live;
import news.piton.core.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * {@code /graphql}: queries by GET and POST, mutations by POST, subscriptions as server-sent events by either, and the
 * schema at {@code /graphql/schema.graphql}. Reads only {@code application/json} bodies and changes nothing by GET, so that
 * a foreign page can make a browser send nothing that matters without asking first (CORS preflight).
 */
public final class GraphQlEndpoint implements HttpService, AutoCloseable {
    private static final String METHODS = "GET, POST, OPTIONS";
    private static final String SDL_TYPE = "text/plain; charset=utf-8";

    private final byte[] sdl;
    private final Function<ServerRequest, Caller> callers;
    private final RequestReader reader;
    private final Operations operations;
    private final Streams streams;
    private final Responses responses;
    private final Cors cors;
    private final Engine engine;
    private final Semaphore room;
    private final Measures measures;

    /**
     * What the endpoint is made of.
     *
     * @param schema wired, with {@link news.piton.core.host.execution.LiveValue#FETCHER} behind every subscription field
     * @param sdl the public schema, as text
     * @param callers who makes a request; may throw a {@link Fault}
     * @param mayIntrospect who may look into the schema by introspection
     * @param subscriptions what is behind each subscription field
     */
    public record Parts(
            GraphQLSchema schema,
            String sdl,
            List<Loader<?, ?>> loaders,
            Function<ServerRequest, Caller> callers,
            Predicate<Caller> mayIntrospect,
            Map<String, Live<?>> subscriptions,
            EventTap events,
            Settings settings,
            Measures measures) {}

    public GraphQlEndpoint(Parts parts) {
        Settings settings = parts.settings();
        this.sdl = parts.sdl().getBytes(StandardCharsets.UTF_8);
        this.callers = parts.callers();
        this.reader = new RequestReader(settings.get(EndpointSettings.BODY) * 1_024, new BodyReader(settings));
        this.engine = new Engine(
                parts.schema(),
                parts.loaders(),
                EndpointSettings.limits(settings),
                parts.mayIntrospect(),
                parts.measures());
        this.operations = new Operations(engine);
        this.streams = new Streams(engine, parts.subscriptions(), parts.events(), settings, parts.measures());
        this.responses = new Responses(settings.get(EndpointSettings.GZIP), parts.measures());
        this.cors = new Cors(settings.get(EndpointSettings.ORIGINS));
        this.measures = parts.measures();
        this.room = new Semaphore(settings.get(EndpointSettings.CONCURRENT));
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/graphql", this::handle);
        rules.get("/graphql/schema.graphql", this::schema);
    }

    private void handle(ServerRequest request, ServerResponse response) {
        long start = System.nanoTime();
        Negotiation type = Negotiation.of(header(request, HeaderNames.ACCEPT));
        Negotiation written = type == null || type == Negotiation.EVENTS ? Negotiation.JSON : type;
        try {
            cors.apply(request, response);
            if (request.prologue().method() == Method.OPTIONS) {
                response.header(HeaderValues.create(HeaderNames.ALLOW, METHODS));
                response.status(Status.NO_CONTENT_204).send();
                return;
            }
            if (type == null) {
                throw Rejection.of(
                        Status.NOT_ACCEPTABLE_406,
                        "Answers come as application/graphql-response+json or application/json, and subscriptions as "
                                + "text/event-stream, all in UTF-8.");
            }
            answer(request, response, type, start);
        } catch (Rejection rejection) {
            responses.refuse(request, response, written, rejection, start);
        } catch (Fault fault) {
            Answer answer = Answer.refused(OperationError.of(fault));
            responses.send(request, response, written, answer, start);
        } catch (Error mistake) {
            if (response.isSent()) {
                throw mistake;
            }
            Answer answer = engine.mistaken(mistake, RequestTrace.of(request).id());
            responses.send(request, response, written, answer, start);
        }
    }

    private void answer(ServerRequest request, ServerResponse response, Negotiation type, long start) {
        Operations.Asked asked =
                operations.find(read(request), RequestTrace.of(request).id());
        boolean get = request.prologue().method() == Method.GET;
        if (asked instanceof Operations.Asked.Found found) {
            RequestTrace.of(request).operation(found.operation().name());
            if (get && found.operation().isMutation()) {
                throw Rejection.notAllowed("POST", "A mutation must be sent by POST.");
            }
            if (found.operation().isSubscription() && type != Negotiation.EVENTS) {
                throw Rejection.of(
                        Status.NOT_ACCEPTABLE_406,
                        "A subscription is answered as a stream; send `Accept: text/event-stream`.");
            }
        }
        if (asked instanceof Operations.Asked.Found found && found.operation().isSubscription()) {
            streams.serve(response, found, () -> callers.apply(request));
            return;
        }
        Answer answer = switch (asked) {
            case Operations.Asked.Refused(Answer refused) -> refused;
            case Operations.Asked.Found found -> {
                Caller caller = callers.apply(request);
                Answer ran = run(found, caller);
                caller.cookies()
                        .values()
                        .forEach(cookie -> response.headers().add(HeaderValues.create(HeaderNames.SET_COOKIE, cookie)));
                yield ran;
            }
        };
        if (type == Negotiation.EVENTS) {
            Streams.once(response, answer);
        } else {
            responses.send(request, response, type, answer, start);
        }
    }

    /** Answers in process, without HTTP: see {@link news.piton.core.host.Endpoint}. */
    public Answer ask(
            ServerRequest request,
            Function<ServerRequest, Caller> caller,
            String document,
            Map<String, Object> variables) {
        long start = System.nanoTime();
        RequestTrace trace = RequestTrace.of(request);
        Answer answer;
        try {
            answer = switch (operations.find(new GraphQlRequest(document, null, variables, Map.of()), trace.id())) {
                case Operations.Asked.Refused(Answer refused) -> refused;
                case Operations.Asked.Found found -> {
                    trace.operation(found.operation().name());
                    yield run(found, caller.apply(request));
                }
            };
        } catch (Rejection rejection) {
            answer = Answer.refused(rejection.error());
        } catch (Fault fault) {
            answer = Answer.refused(OperationError.of(fault));
        }
        measures.request(answer.outcome(), System.nanoTime() - start);
        return answer;
    }

    /** Follows a subscription in process: see {@link news.piton.core.host.Endpoint}. */
    public void follow(
            Supplier<Caller> caller, String document, Map<String, Object> variables, Consumer<Answer> listener) {
        GraphQlRequest request = new GraphQlRequest(document, null, variables, Map.of());
        switch (operations.find(request, caller.get().requestId())) {
            case Operations.Asked.Refused(Answer refused) ->
                throw new IllegalArgumentException(refused.errors().toString());
            case Operations.Asked.Found found -> streams.follow(found, caller, listener);
        }
    }

    private Answer run(Operations.Asked.Found found, Caller caller) {
        if (!room.tryAcquire()) {
            throw Rejection.of(
                    Status.SERVICE_UNAVAILABLE_503,
                    FaultCode.UNAVAILABLE,
                    "The server has more to do than it can. Try again in a moment.");
        }
        try {
            return engine.run(found.document(), found.operation(), found.variables(), caller);
        } finally {
            room.release();
        }
    }

    private GraphQlRequest read(ServerRequest request) {
        Method method = request.prologue().method();
        if (method == Method.POST) {
            return reader.post(request);
        }
        if (method == Method.GET) {
            return reader.get(request.query());
        }
        throw Rejection.notAllowed(METHODS, "This endpoint knows GET and POST.");
    }

    private void schema(ServerRequest request, ServerResponse response) {
        cors.apply(request, response);
        response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, SDL_TYPE));
        response.send(sdl);
    }

    static @Nullable String header(ServerRequest request, HeaderName name) {
        return request.headers().contains(name)
                ? String.join(",", request.headers().all(name, List::of))
                : null;
    }

    /** Ends the streams, in good order. To be called before the server is stopped, which waits for its requests to end. */
    @Override
    public void close() {
        streams.close();
    }
}
