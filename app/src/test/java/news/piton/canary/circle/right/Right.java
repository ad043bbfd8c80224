package news.piton.canary.circle.right;

import news.piton.canary.circle.left.Left;
import org.jspecify.annotations.Nullable;

public class Right {
    @Nullable
    Left left;
}
