package news.piton.core.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that answers as a test wants it to. */
public final class ScriptedSmtp implements AutoCloseable {
    public static final String HANG_UP = "hang up";

    final List<String> commands = new CopyOnWriteArrayList<>();
    public final List<String> mails = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ServerSocket server;

    public ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** @param command {@code GREETING}, an SMTP verb, or {@code END} for the dot behind the data */
    public ScriptedSmtp answer(String command, String reply) {
        answers.put(command, reply);
        return this;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Ends all connections without a word, as servers do with idle ones. */
    void hangUp() {
        open.forEach(ScriptedSmtp::shut);
        open.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            var out = socket.getOutputStream();
            if (!say(out, "GREETING", "220 scripted")) {
                return;
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                String verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
                boolean on = switch (verb) {
                    case "EHLO" -> say(out, verb, "250 scripted");
                    case "DATA" -> data(in, out);
                    case "QUIT" -> say(out, verb, "221 bye") && false;
                    default -> say(out, verb, "250 ok");
                };
                if (!on) {
                    return;
                }
            }
        } catch (IOException gone) {
            // the other side left
        }
    }

    private boolean data(BufferedReader in, OutputStream out) throws IOException {
        if (!say(out, "DATA", "354 go on")) {
            return false;
        }
        if (!answers.getOrDefault("DATA", "354").startsWith("354")) {
            return true;
        }
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append("\r\n");
        }
        mails.add(mail.toString());
        return say(out, "END", "250 taken");
    }

    private boolean say(OutputStream out, String step, String usual) throws IOException {
        String reply = answers.getOrDefault(step, usual);
        if (reply.equals(HANG_UP)) {
            return false;
        }
        out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return !reply.startsWith("421");
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException goneAnyway) {
            // nothing left to do
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException goneAnyway) {
            // nothing left to do
        }
        hangUp();
    }
}
