/**
 * The reader site: pages that are a client of the GraphQL endpoint and of nothing else. A page is a template (src/main/jte), the
 * GraphQL document of the same name beside it (resources/site), and the few lines here that bring the two together; it costs one
 * operation, the front page two, and every few seconds some more for all pages, one for each part of what stands around them
 * ({@code site/around/}). What a module fills stands in a file of its own, {@code site/parts/<module>.graphql}, and vanishes from
 * documents and pages when the module is not installed. No context's Java is known here.
 */
@NullMarked
package news.piton.app.site;

import org.jspecify.annotations.NullMarked;
