package news.piton.comments.internal.policy;

import java.util.Arrays;
import java.util.Optional;

/** A rule of the policy. Names are public and stored; change the wording together with {@link CommentPolicy#VERSION}. */
public enum Rule {
    RESPECT(
            "Be decent to people",
            "Argue as hard as you like, with what somebody said or did. Do not insult, threaten or mock anybody, and"
                    + " do not attack people for where they come from, what they believe, how they look or whom they"
                    + " love."),
    UNVERIFIED_ACCUSATION(
            "Do not accuse without proof",
            "We answer for what stands on our pages. If you say that a person or a firm broke the law or acted"
                + " dishonestly, it must be something that has been established in public. Anything else, send to our"
                + " reporters, who can look into it."),
    FOUL_LANGUAGE(
            "Mind your language",
            "Children read this paper at the breakfast table. No swearing and no slurs, in any language or spelling,"
                    + " not even with stars in them."),
    LINKS(
            "Few links, and only to the point",
            "Link to something when it supports what you say. More than a couple of links, or links to something else"
                    + " altogether, keep a comment from being published."),
    VOLUME(
            "Say it once, and briefly",
            "Leave room for others. Keep to what the article is about, do not post the same text again or under other"
                    + " articles, and do not fill the page with repeated letters and words."),
    PROMOTION(
            "Do not advertise",
            "Comments are no place to sell, to recruit or to collect money, for yourself or for anybody else. Our"
                    + " advertising desk is glad to help you.");

    private final String title;
    private final String description;

    Rule(String title, String description) {
        this.title = title;
        this.description = description;
    }

    public static Optional<Rule> named(String code) {
        return Arrays.stream(values()).filter(rule -> rule.name().equals(code)).findFirst();
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }
}
