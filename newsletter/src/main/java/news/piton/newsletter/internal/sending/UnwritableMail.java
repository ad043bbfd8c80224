package news.piton.newsletter.internal.sending;

/** A mail of an issue could not be written, so nobody got it: the fault is the or ours, and never the recipient's. */
final class UnwritableMail extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnwritableMail(RuntimeException cause) {
        super(cause);
    }
}
