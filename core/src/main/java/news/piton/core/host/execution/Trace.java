package news.piton.core.host.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps a stack trace readable: of a recursion without end the log needs the top and the way in, not a thousand frames. */
final class Trace {
    private static final int LONGEST = 200;
    private static final int TOP = 24;
    private static final int BOTTOM = 24;
    private static final int CAUSES = 10;

    private Trace() {}

    /** Takes the middle out of the long traces of a mistake and of its causes. */
    static Throwable shortened(Throwable mistake) {
        @Nullable Throwable one = mistake;
        for (int i = 0; one != null && i < CAUSES; i++) {
            StackTraceElement[] frames = one.getStackTrace();
            if (frames.length > LONGEST) {
                one.setStackTrace(withoutMiddle(frames));
            }
            one = one.getCause();
        }
        return mistake;
    }

    private static StackTraceElement[] withoutMiddle(StackTraceElement[] frames) {
        List<StackTraceElement> kept = new ArrayList<>(Arrays.asList(frames).subList(0, TOP));
        kept.add(new StackTraceElement("…", (frames.length - TOP - BOTTOM) + " frames left out", null, -1));
        kept.addAll(Arrays.asList(frames).subList(frames.length - BOTTOM, frames.length));
        return kept.toArray(StackTraceElement[]::new);
    }
}
