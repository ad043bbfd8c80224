/** A canary: breaks a rule so that the rule is known to work. */
@BoundedContext(name = "left", uses = "right")
package news.piton.canary.circle.left;

import news.piton.core.plugin.BoundedContext;
