package news.piton.core.fault;

/** The codes a request error carries in {@code extensions.code}. Their names are part of the public API. */
public enum FaultCode {
    /** The request cannot be understood: wrong syntax, an unknown field, an argument out of its range. */
    BAD_REQUEST,
    /** The operation needs somebody who is signed in, and nobody is. */
    UNAUTHENTICATED,
    /** Somebody is signed in, but without the permission this needs. */
    FORBIDDEN,
    /** Too many operations of one kind in a span of time; says when to come back. */
    RATE_LIMITED,
    /** The operation would cost more than one operation may. */
    TOO_EXPENSIVE,
    /** The operation ran out of its time, or the server is too busy or stopping; trying again later may work. */
    UNAVAILABLE,
    /** Our mistake. The caller gets an error id that finds the log line, and nothing of the inside. */
    INTERNAL
}
