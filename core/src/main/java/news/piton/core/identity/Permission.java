package news.piton.core.identity;

/**
 * What staff may be allowed to do. Each module brings its own; the host makes the GraphQL enum of all of them.
 *
 * @param name the enum value, for example {@code MANAGE_STAFF}
 * @param meaning one sentence, shown in the schema
 */
public record Permission(String name, String meaning) {
    public static final Permission MANAGE_STAFF = new Permission(
            "MANAGE_STAFF",
            "Create staff accounts and API tokens, change roles, import, read the audit log and the mail outbox, and"
                    + " see and retry parked deliveries.");

    /** So that a monitoring system's token can do nothing else. */
    public static final Permission READ_METRICS =
            new Permission("READ_METRICS", "Read the server's metrics at /observe/metrics.");

    public Permission {
        if (!name.matches("[A-Z]+(_[A-Z]+)*")) {
            throw new IllegalArgumentException("not the name of a permission: " + name);
        }
    }
}
