/**
 * Runs imports: every module that knows a format gets the file, in the order in which the modules depend on each other, and
 * the operator gets one report.
 */
@NullMarked
package news.piton.core.host.importing;

import org.jspecify.annotations.NullMarked;
