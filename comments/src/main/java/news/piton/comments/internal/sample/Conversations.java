package news.piton.comments.internal.sample;

import static news.piton.comments.internal.sample.Said.approved;
import static news.piton.comments.internal.sample.Said.rejected;
import static news.piton.comments.internal.sample.Said.waiting;

import java.util.List;

/** What the readers of the sample paper say, one conversation to an article. They would say it under any. */
final class Conversations {
    static final List<List<Said>> ALL = List.of(
            List.of(
                    approved(
                            "Marguerite Alcide",
                            "My neighbour read this one out to the whole minibus this morning. The driver got so"
                                    + " caught up in it that he missed the stop at Anse Pelican. Twice.",
                            approved(
                                    "Cuthbert, who drives the 7:15",
                                    "Once. The second time there was a goat.",
                                    approved("Marguerite Alcide", "I stand corrected. It was a handsome goat."))),
                    approved(
                            "Hyacinth Baptiste",
                            "Good that somebody finally asks. When my father fished out of Carenage Bay you heard"
                                    + " these things from the priest on Sunday or not at all.\n\n"
                                    + "Please follow this up. In six months nobody will remember what was promised."),
                    waiting(
                            "Ignatius Poleon",
                            "ignatius.poleon@example.org",
                            "Compare what they told us last year: https://example.org/council/minutes-1 and"
                                + " https://example.org/council/minutes-2 and https://example.org/council/minutes-3")),
            List.of(
                    approved(
                            "Theodora Prosper",
                            "As somebody who has lived in Morne Vert for sixty-one years: this is exactly how it is,"
                                    + " and the photograph does not show the half of it.",
                            approved(
                                    "Josiah from Grand Sable",
                                    "Miss Prosper taught me to read. If she says that it is so, it is so.")),
                    waiting(
                            "Concerned",
                            null,
                            "EVERYBODY ON THIS ISLAND KNOWS WHO IS BEHIND THIS. WAKE UP PEOPLE!!!!!!!!!!!!"),
                    waiting(
                            "Ferdinand St. Ange",
                            "f.stange@example.org",
                            "A fair piece, though I miss a word from the people at the south end, who pay for all of"
                                    + " it.")),
            List.of(approved(
                    "Leonie Charlemagne",
                    "I live abroad now and read the Herald with my first coffee. Pieces like this one make the"
                            + " three thousand miles feel shorter. Greetings to everybody on Rue Saint Brendan!",
                    approved("Aunt Philomène", "Greetings back. Call your mother."))),
            List.of(
                    approved(
                            "Benedict Octave",
                            "There is a mistake in it, I think: the old jetty was built in 1938, not after the war. My"
                                    + " grandfather carried the stones.",
                            approved(
                                    "Hyacinth Baptiste",
                                    "The first one, yes. That one went with the hurricane, and they built it again.")),
                    rejected(
                            "Easy Money",
                            "I earn $5,000 a week working from home, and so can you. Message me on WhatsApp!"),
                    waiting("Reader", null, "What a load of bullsh1t. Same damn fool promises every rainy season.")),
            List.of(approved(
                    "Augustin Lafeuille",
                    "Thank you for writing this plainly. I had to read the official notice three times and still did"
                            + " not know whether it meant me. (It does.)")));

    private Conversations() {}
}
