package news.piton.canary.emptyword.shop.internal.util;

class Strings {}
