package news.piton.app.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A closed loop of keep-alive connections, each asking again as soon as it is answered. Written on plain sockets, so that the
 * client takes little of the processor that it shares with the server.
 */
final class Load {
    private static final int WARMING = 8;

    private final int port;
    private final List<byte[]> requests;
    private final AtomicLong turn = new AtomicLong();

    Load(int port, List<byte[]> requests) {
        this.port = port;
        this.requests = requests;
    }

    /** @param nanos what each request took, sorted */
    record Result(Duration span, long[] nanos) {
        double perSecond() {
            return nanos.length / (span.toNanos() / 1e9);
        }

        double milliseconds(double quantile) {
            return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1, nanos.length * quantile)] / 1e6;
        }
    }

    static byte[] post(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    /** @param headers more of them, as they are sent */
    static byte[] get(String path, String... headers) {
        StringBuilder lines = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        for (String header : headers) {
            lines.append(header).append("\r\n");
        }
        return lines.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** In rounds, until the compiler has no more to win: none is a twentieth faster than the best before it. */
    Load warm(int connections, Duration span) throws InterruptedException {
        double best = 0;
        boolean faster = true;
        for (int round = 0; faster && round < WARMING; round++) {
            double now = run(connections, span).perSecond();
            faster = now > best * 1.05;
            best = Math.max(best, now);
        }
        return this;
    }

    Result run(int connections, Duration span) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<long[]> all = new ArrayList<>();
        long start = System.nanoTime();
        long end = start + span.toNanos();
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                long[] mine = talk(end);
                synchronized (all) {
                    all.add(mine);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (all.size() < connections) {
            throw new IllegalStateException("a connection broke");
        }
        return new Result(
                took, all.stream().flatMapToLong(Arrays::stream).sorted().toArray());
    }

    /** The body of one answer. */
    String once(byte[] request) throws IOException {
        return new String(bytes(request), StandardCharsets.UTF_8);
    }

    byte[] bytes(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request);
            return new Answers(socket.getInputStream()).body();
        }
    }

    private long[] talk(long end) {
        long[] nanos = new long[1 << 12];
        int count = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            Answers answers = new Answers(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            long now = System.nanoTime();
            while (now < end) {
                out.write(requests.get((int) (turn.getAndIncrement() % requests.size())));
                answers.skip();
                long then = System.nanoTime();
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = then - now;
                now = then;
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return Arrays.copyOf(nanos, count);
    }
}
