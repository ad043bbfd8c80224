package news.piton.app.site;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.piton.app.site.view.Data;
import news.piton.app.site.view.Form;

/** Runs the mutations behind the forms, and puts what is refused beside the fields. */
final class Posting {
    /** A comment of the greatest length, every character of it encoded. */
    private static final int LARGEST = 128 * 1_024;

    private final Paper paper;
    private final SameOrigin sameOrigin;

    Posting(Paper paper, SameOrigin sameOrigin) {
        this.paper = paper;
        this.sameOrigin = sameOrigin;
    }

    /** @throws Trouble for what no page of ours has sent */
    FormData read(ServerRequest request) {
        sameOrigin.require(request);
        String type = request.headers().all(HeaderNames.CONTENT_TYPE, List::of).stream()
                .findFirst()
                .orElse("");
        if (!type.startsWith("application/x-www-form-urlencoded")
                || !request.content().hasEntity()) {
            throw new Trouble(415, "This is not what our form sends.");
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] body = in.readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new Trouble(413, "This is longer than anything that our forms take.");
            }
            return FormData.parse(new String(body, StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    Form comment(ServerRequest request, FormData form) {
        Map<String, Object> input = input(form, "articleId", "body", "authorName");
        putGiven(input, form, "parentId", "authorEmail", "challenge");
        return run(request, "post-comment", "postComment", input);
    }

    Form friend(ServerRequest request, FormData form) {
        Map<String, Object> input = input(form, "articleId", "senderName", "recipientEmail");
        putGiven(input, form, "challenge");
        return run(request, "send-to-friend", "sendToFriend", input);
    }

    Form subscription(ServerRequest request, FormData form) {
        Map<String, Object> input = input(form, "email");
        input.put("newsletters", form.all("newsletters"));
        putGiven(input, form, "challenge");
        return run(request, "subscribe", "subscribe", input);
    }

    private static Map<String, Object> input(FormData form, String... fields) {
        Map<String, Object> input = new LinkedHashMap<>();
        for (String field : fields) {
            input.put(field, form.get(field));
        }
        return input;
    }

    /** Fields that need not be filled in. */
    private static void putGiven(Map<String, Object> input, FormData form, String... fields) {
        for (String field : fields) {
            if (!form.get(field).isBlank()) {
                input.put(field, form.get(field));
            }
        }
    }

    private Form run(ServerRequest request, String document, String mutation, Map<String, Object> input) {
        Map<String, String> errors = new HashMap<>();
        try {
            Paper.Told told =
                    paper.ask(request, document, Map.of("input", input)).about(mutation);
            for (Data error : told.data().of(mutation).list("userErrors")) {
                note(errors, error, input);
            }
        } catch (Trouble trouble) {
            if (trouble.status() >= 500) {
                throw trouble;
            }
            errors.put(Form.WHOLE, trouble.sentence());
        }
        Map<String, String> values = new HashMap<>();
        input.forEach((field, value) ->
                values.put(field, value instanceof List<?> list ? joined(list) : String.valueOf(value)));
        return new Form(values, errors);
    }

    private static void note(Map<String, String> errors, Data error, Map<String, Object> input) {
        List<String> path = error.texts("path");
        String field = path.size() > 1 ? path.get(1) : Form.WHOLE;
        if (field.equals("challenge")) {
            errors.put(
                    Form.WHOLE,
                    "Your browser has not solved the puzzle that keeps spam away, or too long ago. It needs JavaScript"
                            + " for that; please send it once more.");
        } else if (input.containsKey(field) && !field.endsWith("Id")) {
            errors.putIfAbsent(field, error.text("message"));
        } else {
            errors.put(Form.WHOLE, error.text("message"));
        }
    }

    private static String joined(List<?> list) {
        return String.join(" ", list.stream().map(String::valueOf).toList());
    }
}
