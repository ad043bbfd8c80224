package news.piton.core.guard;

/**
 * Where a request came from, with the trusted proxies taken off. An IPv6 address counts as its /64 network, since one
 * household has that many to choose from.
 *
 * @param text the IPv4 address, or the IPv6 network in the form {@code 2001:db8:1:2::/64}
 */
public record ClientAddress(String text) {}
