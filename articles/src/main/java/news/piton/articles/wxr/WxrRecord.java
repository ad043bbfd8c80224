package news.piton.articles.wxr;

/** A piece of an export, in the order of the file: first the site, then authors and terms, then the items. */
public sealed interface WxrRecord permits WxrSite, WxrAuthor, WxrTerm, WxrItem {}
