package news.piton.articles.internal.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import news.piton.articles.SectionView;
import news.piton.core.text.LowerCase;
import news.piton.core.text.StreamSafe;

/** A name for addresses: a-z, 0-9 and single hyphens inside, 1 to {@value #LONGEST} characters. */
public record Slug(String text) {
    public static final int LONGEST = 100;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`]");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER = Pattern.compile("^-|-$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Letters that Unicode does not take apart into an ASCII letter and an accent. */
    private static final Map<Character, String> FOLDED = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ø', "o"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ł', "l"),
            Map.entry('ħ', "h"),
            Map.entry('ı', "i"),
            Map.entry('ŋ', "n"));

    /** The section whose articles are no news. */
    public static final Slug PAGES = new Slug(SectionView.PAGES);

    public Slug {
        if (text.length() > LONGEST) {
            throw Invalid.tooLong("A slug has at most " + LONGEST + " characters; this one has " + text.length() + ".");
        }
        if (!SLUG.matcher(text).matches()) {
            throw Invalid.of("A slug is made of a-z, 0-9 and single hyphens between them, such as budget-2026.");
        }
    }

    /** Makes a slug of any text: accents folded, apostrophes dropped, everything else that is not ASCII a hyphen. */
    public static Slug from(String text, String whenNothingIsLeft) {
        String plain =
                OTHERS.matcher(APOSTROPHES.matcher(fold(text)).replaceAll("")).replaceAll("-");
        String slug = cut(OUTER.matcher(plain).replaceAll(""), LONGEST);
        return new Slug(slug.isEmpty() ? whenNothingIsLeft : slug);
    }

    /**
     * Makes a slug of a name that stands for itself, such as a tag's: two names share one only if they differ in nothing but
     * case, accents and signs. Where letters have no ASCII form, as those of other scripts, or nothing is left, a few digits
     * stand for the name, and always the same.
     *
     * @param kind begins the slug where nothing is left: {@code tag}
     */
    public static Slug naming(String kind, String name) {
        String folded = fold(name);
        boolean whole = folded.codePoints().noneMatch(Slug::foreign);
        boolean told = folded.chars().anyMatch(Slug::plain);
        if (whole && told) {
            return from(name, kind);
        }
        String digits = "-" + digest(folded.strip());
        return new Slug(cut(from(name, kind).text, LONGEST - digits.length()) + digits);
    }

    private static boolean plain(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static boolean foreign(int c) {
        return Character.isLetter(c) && Character.getType(c) != Character.MODIFIER_LETTER && c > 'z';
    }

    /** The first 48 bits of SHA-256: a million names collide with a probability of 1 to 500. */
    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Lower case without accents, letter by letter where that has an ASCII form. */
    public static String fold(String text) {
        String small = LowerCase.of(StreamSafe.of(text));
        String bare =
                MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFKD)).replaceAll("");
        StringBuilder folded = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            String replaced = FOLDED.get(bare.charAt(i));
            if (replaced == null) {
                folded.append(bare.charAt(i));
            } else {
                folded.append(replaced);
            }
        }
        return folded.toString();
    }

    /** This slug with a number behind it, for when it is taken. */
    public Slug numbered(int number) {
        String suffix = "-" + number;
        return new Slug(cut(text, LONGEST - suffix.length()) + suffix);
    }

    /** Shortens at a hyphen where there is one in the second half. */
    private static String cut(String slug, int most) {
        if (slug.length() <= most) {
            return slug;
        }
        int end = slug.charAt(most) == '-' ? most : slug.lastIndexOf('-', most - 1);
        return slug.substring(0, end > most / 2 ? end : most).replaceAll("-+$", "");
    }
}
