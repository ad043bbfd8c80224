package news.piton.app;

import org.slf4j.LoggerFactory;

/** Starts Piton. */
public final class Main {
    private Main() {}

    /**
     * Runs one command of the program.
     *
     * @param arguments the command and its options, as typed
     */
    public static void main(String[] arguments) {
        LoggerFactory.getLogger(Main.class).info("Piton, asked to {}", String.join(" ", arguments));
    }
}
