package news.piton.core.guard;

/**
 * How often something may be done without a solved challenge, by readers whose browser runs no script. So few that it is of no
 * use for spam: what the solution costs a spammer, the limits take instead.
 *
 * @param perClient for one client address
 * @param perSite for all clients together, so that many addresses come no further than one
 */
public record WithoutChallenge(RateLimit perClient, RateLimit perSite) {}
