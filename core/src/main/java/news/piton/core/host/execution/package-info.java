/**
 * Runs GraphQL operations: parses and checks a document once, weighs it before it runs, runs it within its time, and
 * turns whatever goes wrong into coded errors that show nothing of the inside. Knows no HTTP.
 */
@NullMarked
package news.piton.core.host.execution;

import org.jspecify.annotations.NullMarked;
