package news.piton.core.guard;

/**
 * An ALTCHA challenge: find the number, up to {@code maxnumber}, whose decimal digits behind {@code salt} have the SHA-256
 * digest {@code challenge}.
 *
 * @param salt carries the time at which it expires
 * @param signature ours, to be sent back
 */
public record Challenge(String algorithm, String challenge, String salt, String signature, int maxnumber) {}
