/**
 * The GraphQL endpoint on HTTP: the GraphQL over HTTP specification (media types, methods, status codes), subscriptions
 * as server-sent events, the SDL, health and metrics, the access log.
 */
@NullMarked
package news.piton.core.host.http;

import org.jspecify.annotations.NullMarked;
