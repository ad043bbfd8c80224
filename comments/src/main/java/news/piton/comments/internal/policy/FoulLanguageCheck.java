package news.piton.comments.internal.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Swear words, however they are dressed up. Our own short list is in {@code foul-words.txt}; a setting adds to it. */
final class FoulLanguageCheck implements Check {
    private static final int MOST = 10;
    private final List<FoulWord> words;

    FoulLanguageCheck(String more) {
        this.words = Stream.concat(ownList().lines(), Stream.of(more.split(",")))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(FoulWord::new)
                .toList();
    }

    @Override
    public List<PolicyFinding> look(Draft draft) {
        if (!places(FoulWord.fold(draft.name())).isEmpty()) {
            return List.of(
                    PolicyFinding.of(Rule.FOUL_LANGUAGE, Verdict.REJECT, "Please choose a name without a swear word."));
        }
        return places(FoulWord.fold(draft.body())).stream()
                .limit(MOST)
                .map(place -> new PolicyFinding(
                        Rule.FOUL_LANGUAGE,
                        Verdict.HOLD,
                        "We do not print this word. Please find another.",
                        place.start(),
                        place.end()))
                .toList();
    }

    private List<FoulWord.Place> places(String folded) {
        List<FoulWord.Place> places = new ArrayList<>();
        words.forEach(word -> places.addAll(word.places(folded)));
        return places;
    }

    private static String ownList() {
        try (InputStream file = FoulLanguageCheck.class.getResourceAsStream("foul-words.txt")) {
            if (file == null) {
                throw new IllegalStateException("foul-words.txt is missing from the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
