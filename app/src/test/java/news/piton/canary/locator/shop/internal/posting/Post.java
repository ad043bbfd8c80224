package news.piton.canary.locator.shop.internal.posting;

import news.piton.core.plugin.Platform;

record Post(Platform platform) {}
