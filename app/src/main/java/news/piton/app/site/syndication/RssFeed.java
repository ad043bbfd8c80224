package news.piton.app.site.syndication;

import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Content;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** Writes RSS 2.0. */
final class RssFeed {
    private static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    private static final int MINUTES = 15;

    private RssFeed() {}

    static String write(Feed feed, String self) {
        Channel channel = new Channel("rss_2.0");
        channel.setTitle(feed.title());
        channel.setLink(feed.homepage());
        channel.setDescription(feed.description());
        channel.setLanguage(feed.site().language().toLanguageTag());
        channel.setLastBuildDate(Date.from(feed.changed()));
        channel.setTtl(MINUTES);
        channel.setGenerator("Piton");
        channel.getForeignMarkup().add(link("self", self).setAttribute("type", FeedFormat.RSS.type()));
        for (URI hub : feed.site().hubs()) {
            channel.getForeignMarkup().add(link("hub", hub.toString()));
        }
        channel.setItems(feed.items().stream().map(RssFeed::item).toList());
        try {
            Document document = new WireFeedOutput().outputJDom(channel);
            document.getRootElement().addNamespaceDeclaration(ATOM);
            return new XMLOutputter(Format.getRawFormat()).outputString(document);
        } catch (FeedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Element link(String relation, String address) {
        return new Element("link", ATOM).setAttribute("rel", relation).setAttribute("href", address);
    }

    private static Item item(FeedItem article) {
        Item item = new Item();
        item.setTitle(article.title());
        item.setLink(article.url());
        Guid guid = new Guid();
        guid.setValue(article.id());
        guid.setPermaLink(false);
        item.setGuid(guid);
        item.setPubDate(Date.from(article.published()));
        // RSS itself has no word for that
        item.getForeignMarkup()
                .add(new Element("updated", ATOM)
                        .setText(article.updated()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()));
        if (!article.summary().isEmpty()) {
            Description description = new Description();
            description.setValue(article.summary());
            item.setDescription(description);
        }
        Content content = new Content();
        content.setValue(article.html());
        item.setContent(content);
        item.setCategories(article.topics().stream().map(RssFeed::category).toList());
        // RSS's own author is a mail address
        DCModuleImpl names = new DCModuleImpl();
        names.setCreators(article.authors().stream().map(FeedItem.Author::name).toList());
        item.setModules(List.of(names));
        return item;
    }

    private static Category category(String name) {
        Category category = new Category();
        category.setValue(name);
        return category;
    }
}
