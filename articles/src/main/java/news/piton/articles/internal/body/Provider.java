package news.piton.articles.internal.body;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A site whose videos, posts and recordings articles show.
 *
 * @param shows what mostly, as a word that begins a link's text
 */
record Provider(String name, String shows) {
    private static final Provider YOUTUBE = new Provider("YouTube", "Video");
    private static final Provider X = new Provider("X", "Post");
    private static final Map<String, Provider> BY_HOST = Map.ofEntries(
            Map.entry("youtube.com", YOUTUBE),
            Map.entry("youtu.be", YOUTUBE),
            Map.entry("vimeo.com", new Provider("Vimeo", "Video")),
            Map.entry("x.com", X),
            Map.entry("twitter.com", X),
            Map.entry("facebook.com", new Provider("Facebook", "Post")),
            Map.entry("instagram.com", new Provider("Instagram", "Post")),
            Map.entry("tiktok.com", new Provider("TikTok", "Video")),
            Map.entry("soundcloud.com", new Provider("SoundCloud", "Audio")),
            Map.entry("open.spotify.com", new Provider("Spotify", "Audio")));

    /** Null for an address on any other site. */
    static @Nullable Provider of(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null
                    ? null
                    : BY_HOST.get(host.toLowerCase(Locale.ROOT).replaceFirst("^(?:www|m|mobile|player|w)\\.", ""));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** {@code Video on YouTube}. */
    String label() {
        return shows + " on " + name;
    }
}
