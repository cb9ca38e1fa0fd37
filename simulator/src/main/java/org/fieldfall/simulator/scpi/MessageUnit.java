package org.fieldfall.simulator.scpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One command of a line, its header complete, in upper case and without a leading colon.
 *
 * <p>Behind a semicolon a header without colon goes on at the level of the one before (SCPI-99, volume 1, 6.2.4).
 */
public record MessageUnit(String header, Arguments arguments) {

    public static List<MessageUnit> split(String line) {
        List<MessageUnit> units = new ArrayList<>();
        String level = "";
        for (String part : line.split(";", -1)) {
            String text = part.strip();
            if (text.isEmpty()) {
                continue;
            }
            int blank = firstBlank(text);
            String header = complete(text.substring(0, blank).toUpperCase(Locale.ROOT), level);
            units.add(new MessageUnit(
                    header, Arguments.parse(text.substring(blank).strip())));
            level = header.startsWith("*") ? level : header.substring(0, header.lastIndexOf(':') + 1);
        }
        return units;
    }

    private static String complete(String header, String level) {
        if (header.startsWith("*")) {
            return header;
        }
        return header.startsWith(":") ? header.substring(1) : level + header;
    }

    private static int firstBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return text.length();
    }
}
