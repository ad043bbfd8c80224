/** A canary: breaks a rule so that the rule is known to work. */
@BoundedContext(name = "shop")
package news.piton.canary.wallclock.shop;

import news.piton.core.plugin.BoundedContext;
