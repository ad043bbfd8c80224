package news.piton.core.database.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A JVM of its own with a server, for a test to kill: tells the server's process id and stays. */
final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) throws Exception {
        var options = new EmbeddedMariaDb.Options(Path.of(arguments[1]), 16, true);
        var server = EmbeddedMariaDb.start(Path.of(arguments[0]), options);
        EmbeddedMariaDbDbTest.write(server, "from elsewhere");
        IO.println(server.process().pid());
        new CountDownLatch(1).await();
    }
}
