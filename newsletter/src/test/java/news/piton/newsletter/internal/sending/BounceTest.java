package news.piton.newsletter.internal.sending;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import news.piton.core.mail.MailResult;
import org.junit.jupiter.api.Test;
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
                "550 5.1.2 bad destination system",
                "553 5.1.3 bad address syntax",
                "551 5.1.6 has moved",
                "551 user not local",
                "554 5.2.1 mailbox disabled",
                "550 5.1.10 recipient not found"
            })
    void takes_a_reply_about_the_mailbox_as_being_about_the_address(String reply) {
        assertTrue(Bounce.ofAddress(new MailResult.Rejected(reply, true)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.7.1 message rejected as spam",
                "554 transaction failed",
                "530 5.7.0 authentication required",
                "552 5.2.2 mailbox full",
                "554 5.6.0 message content rejected",
                "550 5.7.1 relaying denied",
                "550 5.0.0 rejected",
                "550 5.1.0 sender rejected",
                "550 5.1.7 bad sender's mailbox",
                "550 5.2.0 mailbox trouble",
                "550 5.4.1 recipient address rejected: access denied",
                "552 size limit exceeded",
                "552 5.3.4 message too big",
                "550 5.1.8 bad sender's system address",
                "the connection was closed",
                ""
            })
    void does_not_hold_trouble_with_us_or_the_mail_against_the_address(String reply) {
        assertFalse(Bounce.ofAddress(new MailResult.Rejected(reply, true)));
    }

    @Test
    void does_not_hold_a_bare_refusal_of_the_sender_or_the_mail_against_the_address() {
        assertFalse(Bounce.ofAddress(new MailResult.Rejected("550 not with that sender", false)));
        assertTrue(Bounce.ofAddress(new MailResult.Rejected("550 5.1.1 unknown, found out late", false)));
    }
}
