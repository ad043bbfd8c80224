/** A canary: breaks a rule so that the rule is known to work. */
@BoundedContext(name = "shop", uses = "depot")
package news.piton.canary.intruder.shop;

import news.piton.core.plugin.BoundedContext;
