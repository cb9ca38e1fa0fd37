package org.fieldfall.drivers.kepco;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fieldfall.protocols.instrument.Identity;

/**
 * What a BOP's {@code *IDN?} says. Commas and blanks vary from card to card, so nothing is found by counting commas: the
 * maker is in the first field, the rating is the pair of numbers, the firmware the last number.
 *
 * @param ratedVolts full scale of the voltage
 * @param ratedAmperes full scale of the current
 */
record BopIdentity(Identity identity, double ratedVolts, double ratedAmperes) {

    private static final Pattern RATING = Pattern.compile("(\\d{1,3})-(\\d{1,3}(?:\\.\\d)?)[A-Z]*");
    private static final Pattern DATE = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}");
    private static final Pattern SERIAL = Pattern.compile("(?=.*\\d)[A-Za-z0-9][-A-Za-z0-9]{3,}");

    private static final Pattern LAST_WORD = Pattern.compile("[^\\s,-]+$");

    /** Empty if it is no BOP, or one that does not tell its rating. */
    static Optional<BopIdentity> parse(String reply) {
        String[] fields = reply.split(",", 2);
        if (fields.length < 2 || !fields[0].contains("KEPCO")) {
            return Optional.empty();
        }
        List<String> words = Stream.of(fields[1].strip().split("[\\s,]+")).toList();
        for (int i = 0; i < words.size(); i++) {
            Matcher rating = RATING.matcher(words.get(i));
            if (rating.matches()) {
                return Optional.of(new BopIdentity(
                        new Identity(
                                "KEPCO",
                                String.join(" ", words.subList(0, i + 1)),
                                serial(words.subList(i + 1, words.size())),
                                firmware(reply)),
                        Double.parseDouble(rating.group(1)),
                        Double.parseDouble(rating.group(2))));
            }
        }
        return Optional.empty();
    }

    private static String serial(List<String> words) {
        return words.stream()
                .limit(Math.max(0, words.size() - 1))
                .filter(word ->
                        !DATE.matcher(word).matches() && SERIAL.matcher(word).matches())
                .findFirst()
                .orElse("");
    }

    private static String firmware(String reply) {
        Matcher last = LAST_WORD.matcher(reply.strip());
        return last.find() ? last.group() : "";
    }
}
