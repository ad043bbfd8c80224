package news.piton.app.site.view;

import java.util.List;

/** What a section has to offer on the front page, newest first; at least one article. */
public record River(String slug, String name, List<Data> articles) {}
