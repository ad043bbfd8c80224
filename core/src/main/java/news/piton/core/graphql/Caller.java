package news.piton.core.graphql;

import graphql.schema.DataFetchingEnvironment;
import news.piton.core.fault.Fault;
import news.piton.core.guard.ClientAddress;
import news.piton.core.identity.Permission;
import news.piton.core.identity.Viewer;

/**
 * Who makes this request, and from where.
 *
 * @param requestId finds the request's lines in the log
 * @param cookies what the response shall set
 */
public record Caller(Viewer viewer, ClientAddress address, String requestId, ResponseCookies cookies) {

    public Caller(Viewer viewer, ClientAddress address, String requestId) {
        this(viewer, address, requestId, new ResponseCookies());
    }

    public static Caller of(DataFetchingEnvironment environment) {
        Caller caller = environment.getGraphQlContext().get(Caller.class);
        if (caller == null) {
            throw new IllegalStateException("an operation without a caller");
        }
        return caller;
    }

    public boolean may(Permission permission) {
        return viewer.may(permission);
    }

    /**
     * The member of staff who calls.
     *
     * @throws Fault UNAUTHENTICATED for a guest, FORBIDDEN without the permission
     */
    public Viewer.Staff require(Permission permission) {
        return switch (viewer) {
            case Viewer.Guest guest -> throw Fault.unauthenticated();
            case Viewer.Staff staff -> {
                if (!staff.may(permission)) {
                    throw Fault.forbidden();
                }
                yield staff;
            }
        };
    }
}
