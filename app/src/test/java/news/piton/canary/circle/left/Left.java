package news.piton.canary.circle.left;

import news.piton.canary.circle.right.Right;
import org.jspecify.annotations.Nullable;

public class Left {
    @Nullable
    Right right;
}
