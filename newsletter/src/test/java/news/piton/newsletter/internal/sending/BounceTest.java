package news.piton.newsletter.internal.sending;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BounceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <gone@example.org>: user unknown",
                "550-5.1.1 The email account that you tried to reach does not exist.",
                "550 no such mailbox",
                "553 mailbox name not allowed",
                "551 user not local",
                "554 5.2.1 mailbox disabled",
                "550 5.1.10 recipient not found"
            })
    void takes_a_reply_about_the_mailbox_as_being_about_the_address(String reply) {
        assertTrue(Bounce.ofAddress(reply));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.7.1 message rejected as spam",
                "554 transaction failed",
                "530 5.7.0 authentication required",
                "552 5.2.2 mailbox full",
                "554 5.6.0 message content rejected",
                "550 5.1.8 bad sender's system address",
                "the connection was closed",
                ""
            })
    void does_not_hold_trouble_with_us_or_the_mail_against_the_address(String reply) {
        assertFalse(Bounce.ofAddress(reply));
    }
}
