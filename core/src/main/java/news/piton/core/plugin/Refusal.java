package news.piton.core.plugin;

/** Why Piton does not start, or does not run a command: one sentence that names the culprit and the remedy. Shown to the operator as it is. */
public final class Refusal extends RuntimeException {
    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
