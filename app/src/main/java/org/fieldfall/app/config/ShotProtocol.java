package org.fieldfall.app.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.ProtocolConfig.Course;
import org.fieldfall.app.config.ShotConfig.FieldShot;
import org.fieldfall.app.config.ShotConfig.HeaterPulse;
import org.fieldfall.app.config.ShotConfig.ZeroCheck;

/**
 * One shot of a campaign as a protocol of its own, written as a file that says all of it in SI units: the run's record keeps
 * that text and needs nothing else, and the shot can be done again from it.
 */
public final class ShotProtocol {

    private ShotProtocol() {}

    /**
     * The protocol as its text is read back.
     *
     * @param campaign names sample and rig
     * @param name of the new protocol
     * @param remark first line of the text
     * @param shared what the shot stands beside
     */
    public static ProtocolConfig of(
            ProtocolConfig campaign, String name, String remark, Course shared, ShotConfig shot) {
        var text = text(campaign, name, remark, shared, shot);
        var file = ConfigFile.recorded(name + ".yaml", text, sha256(text), List.of());
        var problems = new Problems();
        Optional<ProtocolConfig> read = Reading.of(file, Kind.PROTOCOL, ProtocolReader::read, problems);
        problems.throwIfAny();
        return read.orElseThrow(() -> new IllegalStateException(name + ": unread without a problem"));
    }

    private static String text(ProtocolConfig campaign, String title, String remark, Course shared, ShotConfig shot) {
        var text = new StringBuilder("# " + remark + "\n");
        text.append("schema: ").append(Kind.PROTOCOL.schema()).append('\n');
        word(text, "name", title);
        // A path is relative to the campaign's file and would mean nothing here.
        campaign.sample().filter(name -> !Shelves.isPath(name)).ifPresent(sample -> word(text, "sample", sample));
        campaign.rig().filter(name -> !Shelves.isPath(name)).ifPresent(rig -> word(text, "rig", rig));
        course(text, "", shared);
        text.append("shots:\n  - kind: ").append(shot.kind().word()).append('\n');
        if (shot instanceof FieldShot field) {
            course(text, "    ", field.course());
        } else if (shot instanceof HeaterPulse pulse) {
            pulse(text, pulse);
        } else if (shot instanceof ZeroCheck check) {
            line(text, "    ", "settle", check.settleSeconds(), "s");
            text.append("    readings: ").append(check.readings()).append('\n');
        }
        return text.toString();
    }

    private static void pulse(StringBuilder text, HeaterPulse pulse) {
        line(text, "    ", "at-field", pulse.course().initialFieldTesla(), "T");
        line(text, "    ", "power", pulse.watts(), "W");
        line(text, "    ", "duration", pulse.seconds(), "s");
        line(text, "    ", "baseline", pulse.course().baselineSeconds(), "s");
        line(text, "    ", "record", pulse.course().relaxSeconds(), "s");
    }

    private static void course(StringBuilder text, String indent, Course course) {
        line(text, indent, "initial-field", course.initialFieldTesla(), "T");
        line(text, indent, "final-field", course.finalFieldTesla(), "T");
        line(text, indent, "initial-temperature", course.initialKelvin(), "K");
        line(text, indent, "temperature-tolerance", course.toleranceKelvin(), "K");
        line(text, indent, "rate", course.rateTeslaPerSecond(), "T/s");
        line(text, indent, "preparation-rate", course.preparationRateTeslaPerSecond(), "T/s");
        line(text, indent, "settle", course.settleSeconds(), "s");
        text.append(indent).append("drift:\n");
        line(text, indent + "  ", "wait-at-least", course.drift().waitAtLeastSeconds(), "s");
        line(text, indent + "  ", "within", course.drift().withinKelvin(), "K");
        line(text, indent + "  ", "give-up", course.drift().giveUpSeconds(), "s");
        line(text, indent, "baseline", course.baselineSeconds(), "s");
        line(text, indent, "relax", course.relaxSeconds(), "s");
        line(text, indent, "sampling", course.samplingSeconds(), "s");
    }

    /** Java's shortest form of a number is the one that is read back to the last bit. */
    private static void line(StringBuilder text, String indent, String key, double value, String unit) {
        text.append(indent)
                .append(key)
                .append(": ")
                .append(value)
                .append(' ')
                .append(unit)
                .append('\n');
    }

    private static void word(StringBuilder text, String key, String value) {
        text.append(key).append(": '").append(value.replace("'", "''")).append("'\n");
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
