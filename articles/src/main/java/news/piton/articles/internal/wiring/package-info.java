/** How the parts of the context are put together, each by itself; the plugin calls them one after the other. */
package news.piton.articles.internal.wiring;
