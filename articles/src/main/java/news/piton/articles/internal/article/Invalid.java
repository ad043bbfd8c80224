package news.piton.articles.internal.article;

/** A value that cannot be. The message is a sentence for whoever gave it. */
public final class Invalid extends RuntimeException {
    private final String code;

    private Invalid(String code, String message) {
        super(message);
        this.code = code;
    }

    public static Invalid blank(String message) {
        return new Invalid("BLANK", message);
    }

    public static Invalid tooLong(String message) {
        return new Invalid("TOO_LONG", message);
    }

    public static Invalid of(String message) {
        return new Invalid("INVALID", message);
    }

    /** BLANK, TOO_LONG or INVALID. */
    public String code() {
        return code;
    }
}
