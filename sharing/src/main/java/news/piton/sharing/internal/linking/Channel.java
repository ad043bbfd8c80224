package news.piton.sharing.internal.linking;

import static news.piton.sharing.internal.linking.Percent.encode;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/**
 * The ways to share a link. The name of a constant is the code in the API and in the table of visits; the mark is the last
 * part of the short link that is shared through the channel.
 */
public enum Channel {
    FACEBOOK("Facebook", "f"),
    X("X", "x"),
    WHATSAPP("WhatsApp", "w"),
    TELEGRAM("Telegram", "t"),
    LINKEDIN("LinkedIn", "l"),
    REDDIT("Reddit", "r"),
    BLUESKY("Bluesky", "b"),
    MASTODON("Mastodon", "m"),
    EMAIL("E-mail", "e"),
    COPY_LINK("Copy link", "");

    private final String title;
    private final String mark;

    Channel(String title, String mark) {
        this.title = title;
        this.mark = mark;
    }

    /** The channel's name for readers. */
    public String title() {
        return title;
    }

    /** The channel whose links bear that mark; {@link #COPY_LINK} for none. */
    public static Optional<Channel> marked(String mark) {
        return Arrays.stream(values())
                .filter(channel -> channel.mark.equals(mark))
                .findFirst();
    }

    /** The short link with this channel's mark. */
    public String link(String shortUrl) {
        return mark.isEmpty() ? shortUrl : shortUrl + "/" + mark;
    }

    /**
     * Where to send a reader who wants to share something here: the address that the channel's maker documents.
     *
     * @param text what to say
     * @param shortUrl the short link, without a mark
     */
    public URI share(String text, String shortUrl) {
        String link = link(shortUrl);
        return URI.create(
                switch (this) {
                    // the link alone: what a card shows comes from the page's Open Graph
                    case FACEBOOK -> "https://www.facebook.com/sharer/sharer.php?u=" + encode(link);
                    case LINKEDIN -> "https://www.linkedin.com/sharing/share-offsite/?url=" + encode(link);
                    // Post Web Intent; a post has 280 characters, of which any link counts 23
                    case X ->
                        "https://x.com/intent/tweet?text=" + encode(Shortening.to(text, 250)) + "&url=" + encode(link);
                    // "click to chat"
                    case WHATSAPP -> "https://wa.me/?text=" + encode(text + "\n" + link);
                    case TELEGRAM -> "https://t.me/share/url?url=" + encode(link) + "&text=" + encode(text);
                    // a title has 300 characters
                    case REDDIT ->
                        "https://www.reddit.com/submit?url=" + encode(link) + "&title="
                                + encode(Shortening.to(text, 300));
                    // action intent links; a post has 300 graphemes
                    case BLUESKY ->
                        "https://bsky.app/intent/compose?text="
                                + encode(Shortening.to(text, 299 - link.length()) + "\n" + link);
                    // Mastodon's own page asks for the reader's server; what stands behind # stays in the browser
                    case MASTODON -> "https://share.joinmastodon.org/#text=" + encode(text + "\n" + link);
                    // RFC 6068, section 5: line breaks are %0D%0A, spaces %20
                    case EMAIL -> "mailto:?subject=" + encode(text) + "&body=" + encode(text + "\r\n\r\n" + link);
                    case COPY_LINK -> link;
                });
    }
}
