package news.piton.app.benchmark;

import java.util.Arrays;
import java.util.Random;

/** Made-up words that are as unevenly common as those of a language (Zipf's law): the commonest is in nearly every text. */
final class Vocabulary {
    static final int SIZE = 20_000;

    private final double[] upTo = new double[SIZE];
    private final Random random;

    Vocabulary(Random random) {
        this.random = random;
        double sum = 0;
        for (int rank = 0; rank < SIZE; rank++) {
            sum += 1.0 / (rank + 1);
            upTo[rank] = sum;
        }
    }

    /** The word of a rank, from 0, the commonest. None is the beginning of another. */
    static String word(int rank) {
        StringBuilder word = new StringBuilder("w");
        for (int left = rank + 26; left > 0; left /= 26) {
            word.append((char) ('a' + left % 26));
        }
        return word.append("ora").toString();
    }

    String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            int rank = Arrays.binarySearch(upTo, random.nextDouble() * upTo[SIZE - 1]);
            text.append(i == 0 ? "" : " ").append(word(rank < 0 ? -rank - 1 : rank));
        }
        return text.toString();
    }
}
