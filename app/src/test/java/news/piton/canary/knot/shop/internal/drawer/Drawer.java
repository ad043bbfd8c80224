package news.piton.canary.knot.shop.internal.drawer;

import news.piton.canary.knot.shop.internal.till.Till;
import org.jspecify.annotations.Nullable;

public class Drawer {
    @Nullable
    Till till;
}
