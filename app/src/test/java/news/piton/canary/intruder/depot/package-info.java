/** A canary: breaks a rule so that the rule is known to work. */
@BoundedContext(name = "depot")
package news.piton.canary.intruder.depot;

import news.piton.core.plugin.BoundedContext;
