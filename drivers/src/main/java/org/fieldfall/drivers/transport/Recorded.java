package org.fieldfall.drivers.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One opening of a line as a capture holds it: what was heard unasked, then in turn what was said and what came after it.
 *
 * @param lost the loss that ended it
 */
record Recorded(String who, Turn opening, List<Turn> turns, Optional<Heard> lost) {

    /** Bytes received, or the reason of a loss, so long after the last byte sent. */
    record Heard(int line, Duration later, byte[] bytes) {}

    /**
     * @param line where it stands in the file
     * @param said bytes sent
     */
    record Turn(int line, long nanos, byte[] said, List<Heard> heard) {

        Turn(int line, long nanos, byte[] said) {
            this(line, nanos, said, new ArrayList<>());
        }
    }

    private static final Pattern EVENT = Pattern.compile("(\\d{1,9})\\.(\\d{6}) ([=><!]) (\".*\")");

    /**
     * All openings in a capture file. A last line without its end, where a process was killed, does not count.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws CaptureFormatException naming the line, if it holds something else
     */
    static List<Recorded> in(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            if (!text.startsWith(Capture.HEAD_START)) {
                throw new CaptureFormatException(
                        file + " is no capture: its first line is not \"" + Capture.HEAD + "\"");
            }
            return of(
                    file, text.substring(0, text.lastIndexOf('\n') + 1).lines().toList());
        } catch (CharacterCodingException e) {
            throw new CaptureFormatException(file + " is no capture: it holds bytes that are not ASCII", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Recorded> of(Path file, List<String> lines) {
        List<Reader> openings = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                read(i + 1, lines.get(i), openings);
            } catch (IllegalArgumentException e) {
                throw new CaptureFormatException(file + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return openings.stream().map(Reader::whole).toList();
    }

    private static void read(int number, String line, List<Reader> openings) {
        if (line.startsWith("#")) {
            return;
        }
        Matcher parts = EVENT.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an event of a capture: " + line);
        }
        long nanos = Long.parseLong(parts.group(1)) * 1_000_000_000 + Long.parseLong(parts.group(2)) * 1000;
        char sign = parts.group(3).charAt(0);
        byte[] bytes = Printable.parse(parts.group(4));
        if (sign == Capture.OPENED) {
            openings.add(new Reader(number, nanos, text(bytes)));
        } else if (openings.isEmpty()) {
            throw new IllegalArgumentException("said before the line was opened");
        } else {
            openings.get(openings.size() - 1).take(number, nanos, sign, bytes);
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static final class Reader {

        private final String who;
        private final List<Turn> turns = new ArrayList<>();
        private Optional<Heard> lost = Optional.empty();

        Reader(int number, long nanos, String who) {
            this.who = who;
            turns.add(new Turn(number, nanos, new byte[0]));
        }

        void take(int number, long nanos, char sign, byte[] bytes) {
            Turn last = turns.get(turns.size() - 1);
            var heard = new Heard(number, Duration.ofNanos(nanos - last.nanos()), bytes);
            if (sign == Capture.SENT) {
                turns.add(new Turn(number, nanos, bytes));
            } else if (sign == Capture.RECEIVED) {
                last.heard().add(heard);
            } else {
                lost = Optional.of(heard);
            }
        }

        Recorded whole() {
            return new Recorded(who, turns.get(0), turns.subList(1, turns.size()), lost);
        }
    }
}
