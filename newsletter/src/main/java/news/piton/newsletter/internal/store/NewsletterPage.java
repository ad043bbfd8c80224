package news.piton.newsletter.internal.store;

import news.piton.core.page.PageRequest;

/** A part of a list that belongs to one newsletter: its issues, or its subscribers. */
public record NewsletterPage(long newsletterId, PageRequest request) {}
