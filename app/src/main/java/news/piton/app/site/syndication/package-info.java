/**
 * What leaves the site for other programs to read: feeds, sitemaps, structured data, oEmbed answers, and word to WebSub hubs.
 * Knows the formats and how each is escaped; the pages of the site ask the endpoint and hand over what was told.
 */
@NullMarked
package news.piton.app.site.syndication;

import org.jspecify.annotations.NullMarked;
