package news.piton.core.host.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import news.piton.core.fault.Excerpt;
import news.piton.core.host.execution.Answer;
import news.piton.core.host.execution.Engine;
import news.piton.core.host.execution.OperationError;
import news.piton.core.host.execution.Prepared;

/** Finds the operation that a request asks for, by its document or by the document's hash (Apollo's persisted queries). */
final class Operations {
    /** How much of the caller's own names is said back, in UTF-16 code units. */
    private static final int LONGEST_NAMES = 200;

    private final Engine engine;

    Operations(Engine engine) {
        this.engine = engine;
    }

    /** What a request asks for, or why that cannot be had. */
    sealed interface Asked {
        record Found(Prepared.Ready document, Prepared.Operation operation, Map<String, Object> variables)
                implements Asked {}

        record Refused(Answer answer) implements Asked {}
    }

    Asked find(GraphQlRequest request, String requestId) {
        String hash = hash(request);
        String text = request.query();
        if (text == null) {
            text = engine.persisted(hash);
            if (text == null) {
                return refused("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
            }
        } else if (!hash.isEmpty() && !hash.equals(sha256(text))) {
            throw Rejection.badRequest("The sha256Hash is not the SHA-256 of this document.");
        }
        return switch (engine.prepare(text, requestId)) {
            case Prepared.Refused refused -> new Asked.Refused(Answer.refused(refused.errors()));
            case Prepared.Ready ready -> {
                if (!hash.isEmpty() && request.query() != null) {
                    engine.persist(hash, text);
                }
                yield choose(ready, request);
            }
        };
    }

    private static Asked choose(Prepared.Ready ready, GraphQlRequest request) {
        Prepared.Operation operation = ready.operation(request.operationName());
        if (operation != null) {
            return new Asked.Found(ready, operation, request.variables());
        }
        String there = Excerpt.of(
                ready.operations().keySet().stream().sorted().collect(Collectors.joining(", ")), LONGEST_NAMES);
        return refused(
                "BAD_REQUEST",
                request.operationName() == null
                        ? "The document holds several operations (" + there
                                + "); say in `operationName` which one to run."
                        : "The document holds no operation called `"
                                + Excerpt.of(request.operationName(), LONGEST_NAMES) + "`.");
    }

    private static Asked refused(String code, String message) {
        return new Asked.Refused(Answer.refused(new OperationError(code, message, List.of(), null, Map.of())));
    }

    /** @return empty when none is given */
    private static String hash(GraphQlRequest request) {
        Object persisted = request.extensions().get("persistedQuery");
        if (persisted == null) {
            return "";
        }
        if (persisted instanceof Map<?, ?> map
                && map.get("version") instanceof Integer version
                && version == 1
                && map.get("sha256Hash") instanceof String hash
                && hash.matches("[0-9a-fA-F]{64}")) {
            return hash.toLowerCase(Locale.ROOT);
        }
        throw Rejection.badRequest(
                "`extensions.persistedQuery` must hold `version: 1` and a `sha256Hash` of 64 hexadecimal digits.");
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
