package news.piton.core.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import news.piton.core.fault.Fault;
import news.piton.core.fault.UserError;
import news.piton.core.settings.Setting;
import org.jspecify.annotations.Nullable;

/**
 * Digests of passwords by argon2id (RFC 9106), usually with the smallest memory that the OWASP Password Storage Cheat Sheet
 * recommends: 19 MiB, two passes, one lane. They run on half of the processors, four at the most, and few wait, so that a
 * flood of sign-ins takes neither the memory nor the processors from readers, nor the connections to the database, of
 * which each attempt holds one.
 */
final class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 256;
    /** What an operator may choose for the first account, by NIST SP 800-63B's least length of any password. */
    static final int SHORTEST_BY_OPERATOR = 8;

    static final Setting<Integer> MEMORY = Setting.number(
            "identity.password-memory",
            19,
            19,
            1_024,
            "How much memory it takes to digest a password, and so to guess at a stolen digest, in MiB: 19 is the"
                    + " least that OWASP recommends with argon2id in two passes. A change takes hold at the next"
                    + " sign-in.");

    /** In bytes; what RFC 9106 recommends. */
    private static final int SALT = 16;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_RUNNING = 4;
    private static final int MOST_WAITING = 4;
    private static final long PATIENCE_SECONDS = 3;

    private final Argon2Function argon2;
    private final Semaphore running;
    private final AtomicLong count = new AtomicLong();
    /** What is compared with when there is no account, so that an unknown address costs what a known one does; of no password. */
    private final String nobodys;

    /** @param memory of a digest, in MiB */
    Passwords(int processors, int memory) {
        this.argon2 = Argon2Function.getInstance(memory * 1_024, 2, 1, 32, Argon2.ID);
        this.running = new Semaphore(Math.clamp(processors / 2, 1, MOST_RUNNING), true);
        this.nobodys = "$argon2id$v=19$m=%d,t=2,p=1$%s$%s".formatted(memory * 1_024, random(SALT), random(32));
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The error to show when this cannot become a password. */
    static Optional<UserError> refusal(String field, String password, int shortest) {
        // what is far too long is not worth the work
        String known = password.length() > 10 * LONGEST ? password : normal(password);
        int length = known.codePointCount(0, known.length());
        if (length < shortest || length > LONGEST) {
            return Optional.of(UserError.at(
                    field,
                    "PASSWORD_LENGTH",
                    "A password has " + shortest + " to " + LONGEST
                            + " characters; a few unrelated words make a good one."));
        }
        return Optional.empty();
    }

    /** A PHC string with a fresh salt. */
    String digest(String password) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        byte[] plain = normal(password).getBytes(StandardCharsets.UTF_8);
        return bounded(() -> argon2.hash(plain, salt).getResult());
    }

    /** Always costs one digest, also without an account to compare with. */
    boolean matches(String password, @Nullable String digest) {
        String stored = digest == null ? nobodys : digest;
        // More than LONGEST cannot match, but must not be told apart by its speed nor cost more.
        String tried = password.length() > 2 * LONGEST ? password.substring(0, 2 * LONGEST) : password;
        boolean equal = bounded(() -> Argon2Function.getInstanceFromHash(stored).check(normal(tried), stored));
        return equal && digest != null;
    }

    /** Whether a digest was made with other parameters than today's. */
    boolean outdated(String digest) {
        return !Argon2Function.getInstanceFromHash(digest).equals(argon2);
    }

    /** How many digests were computed, ever. */
    long count() {
        return count.get();
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            if (running.getQueueLength() >= MOST_WAITING || !running.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Fault.unavailable("Too many people are signing in at this moment; try again in a minute.", null);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable("The server is stopping; try again in a minute.", stopping);
        }
        try {
            count.incrementAndGet();
            return work.get();
        } finally {
            running.release();
        }
    }

    /** One password typed on two keyboards is one password (NIST SP 800-63B asks for such a normalisation). */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
