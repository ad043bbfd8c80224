package news.piton.comments.internal.sample;

import static news.piton.comments.internal.sample.Said.approved;
import static news.piton.comments.internal.sample.Said.rejected;
import static news.piton.comments.internal.sample.Said.waiting;

import java.util.List;

/** What the readers of the sample paper say. */
final class Conversations {
    static final List<Conversation> ALL = List.of(
            new Conversation(
                    "ferry",
                    approved(
                            "Theodora Alcide",
                            "Six o'clock in the morning on that quay with two crates of dasheen, since May, not knowing"
                                    + " whether she would sail. I will believe it when I see the smoke.",
                            approved(
                                    "Cuthbert, deckhand",
                                    "There is no smoke any more, Miss Alcide. That is how you will know.",
                                    approved("Theodora Alcide", "Then who will wake me up?"))),
                    approved(
                            "Marguerite Lafeuille",
                            "Good news. Now somebody tell the minibuses on the other side that the boat is coming, so"
                                + " that people do not have to walk up the hill with their bags.\n\n"
                                + "And please keep the coffee machine. It is the best thing that has happened to that"
                                + " ticket office."),
                    waiting(
                            "Ferdinand Octave",
                            "f.octave@example.org",
                            "They promised the same thing twice before, see https://example.org/notices/14 and"
                                    + " https://example.org/notices/19 and https://example.org/notices/23")),
            new Conversation(
                    "goat",
                    approved(
                            "Benedict Poleon",
                            "I was in the courtroom. When the constable said that the animal was \"around\", the"
                                    + " stenographer had to leave.",
                            approved(
                                    "Hyacinth from Ravine Poirier",
                                    "Forty-one cabbages! My cousin's goats never ate more than thirty.",
                                    approved(
                                            "Benedict Poleon",
                                            "Mind what you say. It may be taken down in evidence."))),
                    rejected(
                            "Easy Money",
                            "I earn $5,000 a week working from home, and so can you. Message me on WhatsApp!"),
                    waiting(
                            "A neighbour",
                            null,
                            "Everybody in the village knows who left that gate open, and it was not for the first"
                                    + " time.")),
            new Conversation(
                    "budget",
                    approved(
                            "Leonie Charlemagne",
                            "Thank you for reading the tables. I listened to all two hours and eleven minutes and"
                                    + " still did not hear the word \"bread\"."),
                    waiting(
                            "Concerned",
                            null,
                            "ROADS ROADS ROADS AND WHAT ABOUT THE CLINICS?!!!!!!!!!!!! WAKE UP PEOPLE"),
                    waiting(
                            "Augustin Baptiste",
                            "augustin@example.org",
                            "A fair account. I miss a word about the feeder road at Grand Ravine, though, which was in"
                                    + " last year's speech and in the one before.")),
            new Conversation(
                    "crane",
                    approved(
                            "Ignatia Roache, retired surveyor",
                            "Lines relax. Surveys are done at noon, when they are warm and hang lowest, for exactly"
                                    + " this reason. Ask me how I know.",
                            approved("Josiah P.", "How do you know?"))),
            new Conversation(
                    "market",
                    approved(
                            "Philomène, stall 31",
                            "Every word. Bring the columnist some breadfruit from us, and tell her that the tap is"
                                    + " still dry."),
                    waiting(
                            "Reader",
                            null,
                            "What a load of bullsh1t. The same damn fools promise it every rainy season.")));

    private Conversations() {}
}
