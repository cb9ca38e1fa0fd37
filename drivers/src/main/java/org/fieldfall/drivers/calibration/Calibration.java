package org.fieldfall.drivers.calibration;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fieldfall.protocols.instrument.CalibrationCurve;

/**
 * A thermometer's calibration as read from a file of any known form.
 *
 * @param model the sensor's model, empty if not given
 * @param serial its serial number, empty if not given
 * @param remarks what is odd about the file but does no harm, with line numbers
 */
public record Calibration(String model, String serial, CalibrationCurve curve, List<String> remarks) {

    private static final Pattern BREAKPOINTS = Pattern.compile("(?im)^\\s*data format\\s*:");
    private static final Pattern COEFFICIENTS = Pattern.compile("(?im)^\\s*number of fit ranges\\s*:");

    public Calibration {
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a calibration: {@code .340} breakpoints, {@code .cof} Chebyshev coefficients, {@code .dat} columns. A header
     * that gives away the form counts for more than the suffix; a suffix it contradicts is remarked on.
     *
     * @throws CalibrationFormatException with all that is wrong
     */
    public static Calibration read(String fileName, String text) {
        String suffix = suffix(fileName);
        String form = form(suffix, text);
        Calibration found = parse(form, text);
        return form.equals(suffix) || !List.of("340", "cof", "dat").contains(suffix)
                ? found
                : found.remarked("the file is named ." + suffix + ", its content is ." + form);
    }

    private static String suffix(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String form(String suffix, String text) {
        if (COEFFICIENTS.matcher(text).find()) {
            return "cof";
        }
        if (BREAKPOINTS.matcher(text).find()) {
            return "340";
        }
        return suffix.equals("340") || suffix.equals("cof") ? suffix : "dat";
    }

    private static Calibration parse(String form, String text) {
        if (form.equals("340")) {
            CalibrationFile340 file = CalibrationFile340.parse(text);
            return new Calibration(file.model(), file.serial(), file.curve(), file.remarks());
        }
        return new Calibration("", "", form.equals("cof") ? FileCof.parse(text) : FileDat.parse(text), List.of());
    }

    private Calibration remarked(String remark) {
        return new Calibration(
                model,
                serial,
                curve,
                Stream.concat(remarks.stream(), Stream.of(remark)).toList());
    }
}
