package news.piton.app.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
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
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request);
            return new String(read(new BufferedInputStream(socket.getInputStream()), true), StandardCharsets.UTF_8);
        }
    }

    private long[] talk(long end) {
        long[] nanos = new long[1 << 12];
        int count = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
            OutputStream out = socket.getOutputStream();
            long now = System.nanoTime();
            while (now < end) {
                out.write(requests.get((int) (turn.getAndIncrement() % requests.size())));
                read(in, false);
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

    private static byte[] read(InputStream in, boolean keep) throws IOException {
        String status = line(in);
        if (!status.contains(" 200 ")) {
            throw new IOException("answered " + status);
        }
        long length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        if (!chunked) {
            take(in, length, keep, body);
            return body.toByteArray();
        }
        for (long chunk = Long.parseLong(line(in), 16); chunk > 0; chunk = Long.parseLong(line(in), 16)) {
            take(in, chunk, keep, body);
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static void take(InputStream in, long length, boolean keep, OutputStream body) throws IOException {
        if (keep) {
            body.write(in.readNBytes((int) length));
        } else {
            in.skipNBytes(length);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
