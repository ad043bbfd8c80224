package news.piton.app.site;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import news.piton.app.site.view.Data;
import news.piton.app.site.view.FilledForm;
import news.piton.core.guard.SameOrigin;
import news.piton.core.host.http.RouteRefusal;
import news.piton.core.plugin.Form;

/** Runs the mutations behind the forms, and puts what is refused beside the fields. */
final class Posting {
    /** A comment of the greatest length, every character of it encoded. */
    private static final int LARGEST = 128 * 1_024;

    private static final String NO_SCRIPT =
            "This came without the solution of the puzzle that keeps spam away, which your browser finds if it may run"
                    + " JavaScript. Too many have come without it lately: please allow JavaScript, or try again in an"
                    + " hour.";
    private static final String STALE = "The puzzle that keeps spam away was solved too long ago, or was used before."
            + " Please send it once more.";

    private final Paper paper;
    private final SameOrigin sameOrigin;

    Posting(Paper paper, SameOrigin sameOrigin) {
        this.paper = paper;
        this.sameOrigin = sameOrigin;
    }

    /** @throws Trouble for what no page of ours has sent, for what is too long, and for what comes too slowly */
    Form read(ServerRequest request) {
        if (!sameOrigin.made(name -> request.headers().all(HeaderNames.create(name), List::of))) {
            throw new Trouble(
                    403, "This form was not sent from a page of ours. Open the page, and send it from there.");
        }
        String type = request.headers().all(HeaderNames.CONTENT_TYPE, List::of).stream()
                .findFirst()
                .orElse("");
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            throw new Trouble(415, "This is not what our form sends.");
        }
        try {
            return Form.of(request, LARGEST);
        } catch (RouteRefusal refused) {
            throw new Trouble(refused.status().code(), String.valueOf(refused.getMessage()));
        }
    }

    /**
     * What came of a form.
     *
     * @param thanks what to give thanks for, as {@link news.piton.app.site.view.Forms} names it, when it was taken
     */
    record Sent(FilledForm form, String thanks) {}

    /** What readers have said waits for a moderator; what staff say does not. */
    Sent comment(ServerRequest request, Form form) {
        Map<String, Object> input = input(form, "articleId", "body");
        if (Sending.signedIn(request)) {
            putGiven(input, form, "authorName"); // who is signed in has a name
        } else {
            input.put("authorName", form.field("authorName"));
        }
        putGiven(input, form, "parentId", "authorEmail", "challenge");
        return run(
                request,
                "post-comment",
                "postComment",
                input,
                told -> told.of("comment").text("status").equals("APPROVED") ? "shown" : "comment");
    }

    Sent friend(ServerRequest request, Form form) {
        Map<String, Object> input = input(form, "articleId", "senderName", "recipientEmail");
        putGiven(input, form, "challenge");
        return run(request, "send-to-friend", "sendToFriend", input, told -> "friend");
    }

    Sent subscription(ServerRequest request, Form form) {
        Map<String, Object> input = input(form, "email");
        input.put("newsletters", form.all("newsletters"));
        putGiven(input, form, "challenge");
        return run(request, "subscribe", "subscribe", input, told -> "newsletter");
    }

    private static Map<String, Object> input(Form form, String... fields) {
        Map<String, Object> input = new LinkedHashMap<>();
        for (String field : fields) {
            input.put(field, form.field(field));
        }
        return input;
    }

    /** Fields that need not be filled in. */
    private static void putGiven(Map<String, Object> input, Form form, String... fields) {
        for (String field : fields) {
            if (!form.field(field).isBlank()) {
                input.put(field, form.field(field));
            }
        }
    }

    /** @param thanks what to give thanks for, told by the payload of a mutation that refused nothing */
    private Sent run(
            ServerRequest request,
            String document,
            String mutation,
            Map<String, Object> input,
            Function<Data, String> thanks) {
        Map<String, String> errors = new HashMap<>();
        String taken = "";
        try {
            Paper.Told told =
                    paper.ask(request, document, Map.of("input", input)).about(mutation);
            Data payload = told.data().of(mutation);
            for (Data error : payload.list("userErrors")) {
                note(errors, error, input);
            }
            taken = errors.isEmpty() ? thanks.apply(payload) : "";
        } catch (Trouble trouble) {
            if (trouble.status() >= 500) {
                throw trouble;
            }
            errors.put(FilledForm.WHOLE, trouble.sentence());
        }
        Map<String, String> values = new HashMap<>();
        input.forEach((field, value) ->
                values.put(field, value instanceof List<?> list ? joined(list) : String.valueOf(value)));
        return new Sent(new FilledForm(values, errors), taken);
    }

    private static void note(Map<String, String> errors, Data error, Map<String, Object> input) {
        List<String> path = error.texts("path");
        String field = path.size() > 1 ? path.get(1) : FilledForm.WHOLE;
        if (field.equals("challenge")) {
            errors.put(FilledForm.WHOLE, error.text("code").equals("CHALLENGE_MISSING") ? NO_SCRIPT : STALE);
        } else if (input.containsKey(field) && !field.endsWith("Id")) {
            errors.putIfAbsent(field, error.text("message"));
        } else {
            errors.put(FilledForm.WHOLE, error.text("message"));
        }
    }

    private static String joined(List<?> list) {
        return String.join(" ", list.stream().map(String::valueOf).toList());
    }
}
