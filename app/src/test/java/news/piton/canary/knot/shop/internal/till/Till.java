package news.piton.canary.knot.shop.internal.till;

import news.piton.canary.knot.shop.internal.drawer.Drawer;
import org.jspecify.annotations.Nullable;

public class Till {
    @Nullable
    Drawer drawer;
}
