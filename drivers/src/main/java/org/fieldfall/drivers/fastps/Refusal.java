package org.fieldfall.drivers.fastps;

import java.util.Map;

/** The words for the numbers of {@code #NAK:nn} (remote control manual). */
final class Refusal {

    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(1, "unknown command"),
            Map.entry(2, "unknown parameter"),
            Map.entry(3, "index out of range"),
            Map.entry(4, "too few arguments"),
            Map.entry(5, "not privileged"),
            Map.entry(8, "it is in fault"),
            Map.entry(9, "it is already on"),
            Map.entry(10, "beyond the hardware limit"),
            Map.entry(11, "beyond the software limit"),
            Map.entry(12, "not a number"),
            Map.entry(13, "it is off"),
            Map.entry(14, "beyond the slew limit"),
            Map.entry(15, "it is in local mode"),
            Map.entry(16, "not in waveform mode"),
            Map.entry(17, "in waveform mode"),
            Map.entry(19, "already in that loop mode"),
            Map.entry(20, "wrong loop mode"),
            Map.entry(21, "not in normal update mode"),
            Map.entry(24, "option missing"),
            Map.entry(26, "waveform error"),
            Map.entry(36, "not available"),
            Map.entry(38, "waiting for off"),
            Map.entry(39, "read only"),
            Map.entry(44, "disabled"));

    private Refusal() {}

    static String words(int number) {
        return "#NAK:" + (number < 10 ? "0" : "") + number + " (" + WORDS.getOrDefault(number, "see the manual") + ")";
    }
}
