package org.fieldfall.simulator;

import java.util.Random;

/** Lines that nobody in their right mind would send, from a seed: words of the instrument, cut, joined and spoilt. */
public final class Babble {

    private static final String[] SCRAPS = {
        ":",
        ";",
        ";:",
        "?",
        " ",
        ",",
        "*",
        "-",
        "1",
        "0",
        "1e99",
        "-3.5",
        "0.00000000001",
        "ON",
        "MIN",
        "é",
        "\t",
        "#",
        "\""
    };

    private final Random random;
    private final String[] words;

    public Babble(long seed, String... words) {
        this.random = new Random(seed);
        this.words = words.clone();
    }

    public String line() {
        StringBuilder line = new StringBuilder();
        for (int parts = random.nextInt(8); parts >= 0; parts--) {
            line.append(pick(random.nextInt(3) == 0 ? SCRAPS : words));
            line.append(random.nextBoolean() ? pick(SCRAPS) : "");
        }
        if (random.nextInt(4) == 0 && line.length() > 1) {
            line.deleteCharAt(random.nextInt(line.length()));
        }
        return line.toString();
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
