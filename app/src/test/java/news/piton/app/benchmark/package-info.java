/**
 * What a page costs, measured: {@code mvn -Pbenchmark} seeds a database, starts a server of its own process over it, loads it
 * over HTTP and prints a table. Not part of the tests.
 */
@org.jspecify.annotations.NullMarked
package news.piton.app.benchmark;
