@NullMarked
package news.piton.core.mail;

import org.jspecify.annotations.NullMarked;
