package news.piton.core.job;

/**
 * Scheduled work. It runs on one node at a time, again after a crash, and must therefore do nothing twice.
 *
 * @param name {@code <module>.<what-it-does>}, for example {@code newsletter.send-issues}
 */
public record Job(String name, Schedule schedule, Work work) {

    @FunctionalInterface
    public interface Work {
        /** @param stop tells that the server is stopping: finish the piece at hand and return, the rest comes later */
        void run(Stop stop);
    }

    @FunctionalInterface
    public interface Stop {
        boolean requested();
    }
}
