package news.piton.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Setting<Integer> LINKS =
            Setting.number("comments.links-allowed", 2, 0, 100, "How many links a comment may hold.");
    private static final Setting<Duration> PAUSE =
            Setting.duration("comments.pause", Duration.ofMinutes(1), "How long to wait.");
    private static final Setting<String> PASSWORD = new Setting<>("mail.password", "", "A secret.", text -> {
        if (text.length() == 3) {
            throw new IllegalArgumentException("must be longer");
        }
        return text;
    });

    private static Settings read(Map<String, String> file, Map<String, String> environment) {
        return Settings.read(List.of(LINKS, PAUSE, PASSWORD), file, environment);
    }

    private static String refusal(Map<String, String> file, Map<String, String> environment) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> read(file, environment))
                .getMessage());
    }

    @Test
    void takes_the_environment_before_the_file_and_the_file_before_what_is_usual() {
        assertEquals(2, read(Map.of(), Map.of()).get(LINKS));
        assertEquals(3, read(Map.of("comments.links-allowed", "3"), Map.of()).get(LINKS));
        assertEquals(
                4,
                read(Map.of("comments.links-allowed", "3"), Map.of("PITON_COMMENTS_LINKS_ALLOWED", "4"))
                        .get(LINKS));
    }

    @Test
    void names_a_wrong_setting_by_the_way_it_came_in_and_says_what_is_accepted() {
        assertEquals(
                "The setting `comments.links-allowed` must be a whole number from 0 to 100; it is \"many\".",
                refusal(Map.of("comments.links-allowed", "many"), Map.of()));
        assertEquals(
                "The setting PITON_COMMENTS_PAUSE must be a span of time such as PT30S, PT10M or P1D; it is \"1 h\".",
                refusal(Map.of(), Map.of("PITON_COMMENTS_PAUSE", "1 h")));
    }

    @Test
    void names_an_unknown_setting_and_the_one_that_may_be_meant() {
        assertEquals(
                "There is no setting `comments.linksallowed`. Did you mean comments.links-allowed?",
                refusal(Map.of("comments.linksallowed", "3"), Map.of()));
        assertEquals(
                "The environment variable PITON_COMMENT_PAUSES sets nothing that exists. The file piton.yaml of the"
                        + " distribution lists all of them.",
                refusal(Map.of(), Map.of("PITON_COMMENT_PAUSES", "PT1S")));
    }

    @Test
    void tells_of_all_mistakes_at_once() {
        assertEquals(
                2,
                refusal(Map.of("nope", "1", "comments.pause", "0"), Map.of())
                        .lines()
                        .count());
    }

    @Test
    void leaves_alone_what_is_not_meant_for_piton() {
        assertEquals(
                2, read(Map.of(), Map.of("PATH", "/bin", "PITON_HOME", "/srv")).get(LINKS));
    }

    @Test
    void does_not_repeat_a_secret_that_is_wrong() {
        String sentence = refusal(Map.of("mail.password", "abc"), Map.of());
        assertTrue(sentence.startsWith("The setting `mail.password` must be longer"), sentence);
        assertTrue(!sentence.contains("abc"), sentence);
    }
}
