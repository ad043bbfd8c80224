/** A canary: breaks a rule so that the rule is known to work. */
@BoundedContext(name = "right", uses = "left")
package news.piton.canary.circle.right;

import news.piton.core.plugin.BoundedContext;
