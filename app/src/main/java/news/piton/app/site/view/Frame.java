package news.piton.app.site.view;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import news.piton.core.site.Site;

/**
 * What stands around every page, and how the paper writes times and links.
 *
 * @param path where this page lies, with the query that counts: its canonical address
 * @param sections those in which there is something to read; none where the paper could not be asked
 * @param pages the imprint, the contact and the like, by headline
 * @param newsletter whether there is a page to subscribe at
 */
public record Frame(Site site, Assets assets, String path, List<Data> sections, List<Data> pages, boolean newsletter) {
    /** So many sections stand in the navigation, and so many of those below one. */
    public static final int IN_NAVIGATION = 8;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = new DateTimeFormatterBuilder()
            .appendPattern("EEEE, d MMMM yyyy, h:mm ")
            .appendText(ChronoField.AMPM_OF_DAY, Map.of(0L, "am", 1L, "pm"))
            .toFormatter(Locale.ENGLISH);

    /** Where the style, the script and the icon lie; the addresses change with the content. */
    public record Assets(String css, String script, String icon) {}

    /** The sections that stand by themselves. */
    public List<Data> top() {
        return sections.stream().filter(section -> !section.has("parent")).toList();
    }

    /** The sections below this one. */
    public List<Data> below(String top) {
        return sections.stream()
                .filter(section -> section.has("parent")
                        && section.of("parent").text("slug").equals(top))
                .toList();
    }

    /** What the navigation shows of these: the first ones, and behind them the one that a page belongs to. */
    public static List<Data> first(List<Data> sections, String here) {
        return IntStream.range(0, sections.size())
                .filter(number -> number < IN_NAVIGATION
                        || sections.get(number).text("slug").equals(here))
                .mapToObj(sections::get)
                .toList();
    }

    /** The slug of the section that a page's section stands below, or its own. */
    public String topOf(String here) {
        return sections.stream()
                .filter(section -> section.has("parent") && section.text("slug").equals(here))
                .map(section -> section.of("parent").text("slug"))
                .findFirst()
                .orElse(here);
    }

    /** The section that this one stands below. */
    public Optional<Data> above(Data section) {
        String top = topOf(section.text("slug"));
        return sections.stream()
                .filter(each -> each.text("slug").equals(top) && !top.equals(section.text("slug")))
                .findFirst();
    }

    public String canonical() {
        return site.link(path);
    }

    /** A moment with the offset of the newsroom's clocks: 2026-11-26T07:30:00-04:00. */
    public String moment(Instant time) {
        return moment(time, site);
    }

    /** The same, for programs beside the pages. */
    public static String moment(Instant time, Site site) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.truncatedTo(ChronoUnit.SECONDS).atZone(site.zone()));
    }

    /** What may stand in the query of an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where a page's oEmbed answer lies. */
    public String oembed(String url, String format) {
        return site.link("/oembed?url=" + encoded(url) + "&format=" + format);
    }

    /** The way to a page of the paper, as short as it can be: without the site when it is this one. */
    public String link(String url) {
        return link(url, site);
    }

    /** The same, beside the pages. */
    public static String link(String url, Site site) {
        String home = site.url().toString();
        return url.startsWith(home) && url.startsWith("/", home.length()) ? url.substring(home.length()) : url;
    }

    /** A link to another site that may stand in a page: http and https, and nothing else. */
    public static boolean leadsSomewhere(String url) {
        try {
            String scheme = URI.create(url).getScheme();
            return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** What a notice on an article is called, by its kind. */
    public static String notice(String kind) {
        return switch (kind) {
            case "CORRECTION" -> "Correction";
            case "CLARIFICATION" -> "Clarification";
            case "RETRACTION" -> "Retraction";
            default -> "Update";
        };
    }

    /** The day in the newsroom: 26 November 2026. */
    public String day(Instant time) {
        return DAY.format(time.atZone(site.zone()));
    }

    public String shortDay(Instant time) {
        return SHORT_DAY.format(time.atZone(site.zone()));
    }

    /** Day and minute in the newsroom: Thursday, 26 November 2026, 7:30 am. */
    public String minute(Instant time) {
        return minute(time, site);
    }

    /** The same, beside the pages. */
    public static String minute(Instant time, Site site) {
        return MINUTE.format(time.atZone(site.zone()));
    }
}
