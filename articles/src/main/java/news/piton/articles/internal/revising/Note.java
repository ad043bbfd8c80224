package news.piton.articles.internal.revising;

import news.piton.articles.internal.article.PlainText;

/** What somebody says of a save, for colleagues: plain text, 1 to {@value #LONGEST} characters. */
public record Note(String text) {
    public static final int LONGEST = 500;

    public Note {
        text = PlainText.required("The note", text, LONGEST);
    }
}
