package news.piton.comments.internal.wordpress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.piton.articles.wxr.WxrComment;
import news.piton.comments.CommentStatus;
import news.piton.comments.internal.thread.AuthorName;
import news.piton.comments.internal.thread.CommentText;
import news.piton.core.fault.Outcome;
import news.piton.core.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/** A comment of the old site that may come in, in the values of this one. */
record Arrival(
        WxrComment comment,
        CommentStatus status,
        AuthorName author,
        @Nullable EmailAddress email,
        CommentText text) {
    private static final int MOST_OF_A_NAME = 90;
    private static final AuthorName NAMELESS = new AuthorName("Anonymous");

    /** Whether a comment comes in. */
    sealed interface Answer permits Welcome, LeftOut {}

    record Welcome(Arrival arrival) implements Answer {}

    record LeftOut(String why) implements Answer {}

    static Answer of(WxrComment comment) {
        if (!comment.type().isEmpty() && !comment.type().equals("comment")) {
            return new LeftOut(
                    switch (comment.type()) {
                        case "pingback", "trackback" -> "a " + comment.type();
                        default -> "not a reader's comment but of the type \"" + comment.type() + "\"";
                    });
        }
        return switch (comment.approved()) {
            case "1", "approve" -> of(comment, CommentStatus.APPROVED);
            case "0", "hold" -> of(comment, CommentStatus.PENDING);
            case "spam" -> new LeftOut("spam");
            case "trash", "post-trashed" -> new LeftOut("in the trash");
            default -> new LeftOut("in the unknown state \"" + comment.approved() + "\"");
        };
    }

    private static Answer of(WxrComment comment, CommentStatus status) {
        if (comment.id() == 0) {
            return new LeftOut("without a number, so that it could come twice");
        }
        String words = PlainComment.of(comment.content());
        if (CommentText.of(words) instanceof Outcome.Done(CommentText text)) {
            EmailAddress email = EmailAddress.of(comment.email()).orElse(null);
            return new Welcome(new Arrival(comment, status, name(comment), email, text));
        }
        return new LeftOut(words.isBlank() ? "empty" : "longer than " + CommentText.LONGEST + " characters");
    }

    private static AuthorName name(WxrComment comment) {
        String name = PlainComment.of(comment.author());
        String cut = name.length() <= MOST_OF_A_NAME ? name : name.substring(0, MOST_OF_A_NAME) + "…";
        return AuthorName.of(cut) instanceof Outcome.Done(AuthorName author) ? author : NAMELESS;
    }

    long original() {
        return comment.id();
    }

    long parent() {
        return comment.parent();
    }

    /** Whoever is answered before the answers, each once; those that answer each other in a circle come last. */
    static List<Arrival> parentsFirst(List<Arrival> arrivals) {
        Map<Long, Arrival> left = new LinkedHashMap<>();
        arrivals.forEach(arrival -> left.putIfAbsent(arrival.original(), arrival));
        Map<Long, List<Arrival>> answers = left.values().stream()
                .collect(Collectors.groupingBy(Arrival::parent, LinkedHashMap::new, Collectors.toList()));
        List<Arrival> ordered = new ArrayList<>();
        Deque<Arrival> next = new ArrayDeque<>(left.values().stream()
                .filter(arrival -> !left.containsKey(arrival.parent()) || arrival.parent() == arrival.original())
                .toList());
        while (!next.isEmpty()) {
            Arrival arrival = next.removeFirst();
            if (left.remove(arrival.original()) != null) {
                ordered.add(arrival);
                next.addAll(answers.getOrDefault(arrival.original(), List.of()));
            }
        }
        ordered.addAll(left.values());
        return ordered;
    }
}
