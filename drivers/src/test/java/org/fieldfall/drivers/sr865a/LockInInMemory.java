package org.fieldfall.drivers.sr865a;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.drivers.mishap.Box;

/** As much of an SR865A as a driver can tell apart; reading number i of a capture is i mV, each output another number. */
final class LockInInMemory implements Box {

    private static final double MOST_HERTZ = 9765.625;

    private final Map<String, Integer> set = new HashMap<>();
    private int outputs;
    private double lastOutput = Double.NaN;
    private boolean isCapturing;

    void forgetOutput() {
        lastOutput = Double.NaN;
    }

    double lastOutput() {
        return lastOutput;
    }

    @Override
    public Optional<String> hear(String said) {
        String word = said.split(" ", 2)[0];
        String value = said.substring(said.indexOf(' ') + 1);
        return switch (word) {
            case "*IDN?" -> says("Stanford_Research_Systems,SR865A,SIM865,V1.51");
            case "*ESR?" -> says("0");
            case "OUTP?" -> {
                lastOutput = 1e-3 * ++outputs;
                yield says(String.format(Locale.ROOT, "%.7e", lastOutput));
            }
            case "CAPTURERATEMAX?" -> says("9.7656250e+03");
            case "CAPTURERATE?" -> says(String.format(Locale.ROOT, "%.7e", hertz()));
            case "OFLT?", "CAPTURECFG?", "CAPTURELEN?" ->
                says(String.valueOf(set.getOrDefault(word.substring(0, word.length() - 1), 0)));
            case "CAPTURESTAT?" -> says(isCapturing ? "1" : "2");
            case "CAPTUREBYTES?" -> says("131072");
            case "CAPTUREGET?" -> Optional.of(block(value));
            case "CAPTURESTART" -> capturing(true);
            case "CAPTURESTOP" -> capturing(false);
            case "OFLT", "CAPTURECFG", "CAPTURELEN", "CAPTURERATE" -> {
                set.put(word, Integer.parseInt(value));
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private Optional<String> capturing(boolean isOn) {
        isCapturing = isOn;
        return Optional.empty();
    }

    private double hertz() {
        return MOST_HERTZ / Math.pow(2, set.getOrDefault("CAPTURERATE", 0));
    }

    static String block(String arguments) {
        String[] numbers = arguments.split(",", -1);
        int first = Integer.parseInt(numbers[0].strip()) * 256;
        int bytes = Integer.parseInt(numbers[1].strip()) * 1024;
        ByteBuffer payload = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < bytes / 4; i++) {
            payload.putFloat(1e-3f * (first + i));
        }
        String length = String.valueOf(bytes);
        return "#" + length.length() + length + new String(payload.array(), StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> says(String reply) {
        return Optional.of(reply + "\n");
    }
}
