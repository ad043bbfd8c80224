package news.piton.app.site.syndication;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/** Writes Atom 1.0. */
final class AtomFeed {
    private AtomFeed() {}

    static String write(news.piton.app.site.syndication.Feed feed, String self) {
        Feed atom = new Feed("atom_1.0");
        atom.setId(self);
        atom.setTitle(feed.title());
        atom.setUpdated(Date.from(feed.changed()));
        Generator generator = new Generator();
        generator.setValue("Piton");
        atom.setGenerator(generator);
        atom.setAlternateLinks(List.of(link("alternate", feed.homepage(), "text/html")));
        List<Link> others = new ArrayList<>(List.of(link("self", self, FeedFormat.ATOM.type())));
        for (URI hub : feed.site().hubs()) {
            others.add(link("hub", hub.toString(), null));
        }
        atom.setOtherLinks(others);
        // for entries without a byline (RFC 4287, section 4.2.1)
        atom.setAuthors(List.of(
                person(Characters.allowed(feed.site().name()), feed.site().link("/"))));
        atom.setEntries(feed.items().stream().map(each -> entry(feed, each)).toList());
        try {
            Document document = new WireFeedOutput().outputJDom(atom);
            document.getRootElement()
                    .setAttribute("lang", feed.site().language().toLanguageTag(), Namespace.XML_NAMESPACE);
            return new XMLOutputter(Format.getRawFormat()).outputString(document);
        } catch (FeedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Entry entry(news.piton.app.site.syndication.Feed feed, FeedItem article) {
        Entry entry = new Entry();
        entry.setId(article.id());
        entry.setTitle(article.title());
        entry.setAlternateLinks(List.of(link("alternate", article.url(), "text/html")));
        entry.setPublished(Date.from(article.published()));
        entry.setUpdated(Date.from(article.updated()));
        entry.setAuthors(article.authors().stream()
                .map(each -> person(each.name(), feed.site().link("/author/" + each.slug())))
                .toList());
        entry.setCategories(article.topics().stream().map(AtomFeed::category).toList());
        if (!article.summary().isEmpty()) {
            entry.setSummary(content("text", article.summary()));
        }
        entry.setContents(List.of(content("html", article.html())));
        return entry;
    }

    private static SyndPerson person(String name, String address) {
        Person person = new Person();
        person.setName(name);
        person.setUrl(address);
        return person;
    }

    private static Category category(String name) {
        Category category = new Category();
        category.setTerm(name);
        return category;
    }

    private static Content content(String type, String value) {
        Content content = new Content();
        content.setType(type);
        content.setValue(value);
        return content;
    }

    private static Link link(String relation, String address, @Nullable String type) {
        Link link = new Link();
        link.setRel(relation);
        link.setHref(address);
        link.setType(type);
        return link;
    }
}
