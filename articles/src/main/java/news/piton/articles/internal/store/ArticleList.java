package news.piton.articles.internal.store;

import news.piton.core.page.PageRequest;

/**
 * One page of one list, asked for.
 *
 * @param counted whether the length of the whole list is wanted too
 */
public record ArticleList(ArticleFilter filter, PageRequest page, ArticleParts wanted, boolean counted) {}
