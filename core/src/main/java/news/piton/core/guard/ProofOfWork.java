package news.piton.core.guard;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.piton.core.fault.UserError;
import news.piton.core.job.Job;
import news.piton.core.job.Schedule;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;
import news.piton.core.token.Tokens;
import org.altcha.altcha.Altcha;
import org.jspecify.annotations.Nullable;

/** Challenges of the ALTCHA protocol, generation 1: work that costs a reader's browser a moment and a spammer a machine. */
final class ProofOfWork {
    static final Setting<Integer> DIFFICULTY = Setting.number(
            "guard.challenge-difficulty",
            50_000,
            100,
            10_000_000,
            "The largest number that a proof-of-work challenge may hide: how many digests a guest's browser must"
                    + " compute, twice the average. 50,000 take a phone well under a second.");

    /** Long enough to write a comment after the page was loaded: the widget fetches its challenge when it is needed. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private static final int LONGEST = 2_048;
    /** What we put into a salt. Its last character divides it from the number, so that no digit can change sides. */
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{16,64}\\?expires=([0-9]{1,12})&");

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Settings settings;
    private final String key;
    private final SpentChallengeStore spent;
    private final InstantSource clock;

    ProofOfWork(Settings settings, Tokens tokens, SpentChallengeStore spent, InstantSource clock) {
        this.settings = settings;
        this.key = tokens.fingerprint("core.challenge", "key");
        this.spent = spent;
        this.clock = clock;
    }

    /** What a solved challenge is sent back as, in Base64. */
    private record Solution(
            @Nullable String algorithm,
            @Nullable String challenge,
            @Nullable Long number,
            @Nullable String salt,
            @Nullable String signature) {}

    Challenge challenge() {
        int most = settings.get(DIFFICULTY);
        try {
            Altcha.Challenge made = Altcha.createChallenge(new Altcha.ChallengeOptions()
                    .setAlgorithm(Altcha.Algorithm.SHA256)
                    .setMaxNumber((long) most)
                    .setSecureRandomNumber(true)
                    .setHmacKey(key)
                    .setExpires(clock.instant().plus(LIFE).getEpochSecond()));
            return new Challenge(made.algorithm, made.challenge, made.salt, made.signature, most);
        } catch (Exception everyJavaHasSha256) {
            throw new IllegalStateException(everyJavaHasSha256);
        }
    }

    Optional<UserError> spend(@Nullable String solution) {
        if (solution == null || solution.isBlank()) {
            return refused(
                    "CHALLENGE_MISSING",
                    "Solve the challenge of Query.challenge first and send its solution along. Without one, only a few"
                            + " can be taken in an hour.");
        }
        Altcha.Payload payload = parse(solution);
        Matcher salt = SALT.matcher(payload == null ? "" : payload.salt);
        if (payload == null || !salt.matches() || !solved(payload)) {
            return refused(
                    "CHALLENGE_INVALID", "This is not the solution of a challenge of ours. Take a new challenge.");
        }
        Instant expires = Instant.ofEpochSecond(Long.parseLong(salt.group(1)));
        if (!clock.instant().isBefore(expires)) {
            return refused("CHALLENGE_EXPIRED", "This challenge is more than ten minutes old. Take a new one.");
        }
        if (!spent.add(payload.signature, expires)) {
            return refused("CHALLENGE_SPENT", "This solution was used already. Take a new challenge.");
        }
        return Optional.empty();
    }

    Job forgetExpired() {
        return new Job(
                "core.forget-challenges",
                new Schedule.Every(Duration.ofMinutes(30)),
                stop -> spent.forget(clock.instant()));
    }

    private boolean solved(Altcha.Payload payload) {
        try {
            // the expiry is ours to check, by our own clock
            return Altcha.verifySolution(payload, key, false);
        } catch (Exception malformed) {
            return false;
        }
    }

    private static Altcha.@Nullable Payload parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            Solution solution = JSON.readValue(Base64.getDecoder().decode(text.strip()), Solution.class);
            if (solution == null
                    || solution.number() == null
                    || solution.number() < 0
                    || solution.salt() == null
                    || solution.challenge() == null
                    || solution.signature() == null
                    || !"SHA-256".equals(solution.algorithm())) {
                return null;
            }
            Altcha.Payload payload = new Altcha.Payload();
            payload.algorithm = solution.algorithm();
            payload.challenge = solution.challenge();
            payload.number = solution.number();
            payload.salt = solution.salt();
            payload.signature = solution.signature();
            return payload;
        } catch (IOException | IllegalArgumentException malformed) {
            return null;
        }
    }

    private static Optional<UserError> refused(String code, String message) {
        return Optional.of(UserError.at("challenge", code, message));
    }
}
