package news.piton.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.piton.core.fault.Fault;
import news.piton.core.fault.FaultCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PasswordsTest {
    private static final int MEMORY = Integer.parseInt(Passwords.MEMORY.usual());

    @Test
    void knows_a_password_again_and_no_other() {
        Passwords passwords = new Passwords(2, MEMORY);
        String digest = passwords.digest("mango season opens early");
        assertTrue(digest.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), digest);
        assertTrue(passwords.matches("mango season opens early", digest));
        assertFalse(passwords.matches("mango season opens late", digest));
        assertFalse(passwords.matches("mango season opens early", null));
    }

    @Test
    void turns_away_most_of_a_flood_however_many_processors_there_are() throws InterruptedException {
        Passwords passwords = new Passwords(64, MEMORY);
        try (var threads = Executors.newCachedThreadPool()) {
            List<Future<Boolean>> flood = IntStream.range(0, 64)
                    .mapToObj(attempt -> threads.submit(() -> passwords.matches("guess " + attempt, null)))
                    .toList();
            int refused = 0;
            for (Future<Boolean> attempt : flood) {
                refused += isRefused(attempt) ? 1 : 0;
            }
            assertTrue(refused > 0, "all 64 ran or waited");
        }
        assertFalse(passwords.matches("afterwards", null));
    }

    private static boolean isRefused(Future<Boolean> attempt) throws InterruptedException {
        try {
            assertFalse(attempt.get());
            return false;
        } catch (ExecutionException refusal) {
            assertEquals(
                    FaultCode.UNAVAILABLE,
                    assertThrows(Fault.class, () -> {
                                throw refusal.getCause();
                            })
                            .code());
            return true;
        }
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void refuses_an_endless_password_before_it_sorts_its_marks() {
        String pile = "a" + "\u0316\u0300".repeat(500_000);
        assertTrue(Passwords.refusal("password", pile, Passwords.SHORTEST).isPresent());
    }
}
