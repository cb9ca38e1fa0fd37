package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.NOT_NEGATIVE;
import static org.fieldfall.app.config.Check.POSITIVE;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.fieldfall.app.config.RigConfig.FlowControl;
import org.fieldfall.app.config.RigConfig.Framing;
import org.fieldfall.app.config.RigConfig.GenericScpi;
import org.fieldfall.app.config.RigConfig.Instrument;
import org.fieldfall.app.config.RigConfig.Keithley2400;
import org.fieldfall.app.config.RigConfig.KepcoBop;
import org.fieldfall.app.config.RigConfig.Keysight34465A;
import org.fieldfall.app.config.RigConfig.LakeShore350;
import org.fieldfall.app.config.RigConfig.OneCharacterSwitch;
import org.fieldfall.app.config.RigConfig.Terminator;

/** The keys of one instrument of a rig file; its driver says which. */
final class InstrumentReader {

    private static final Map<String, Function<Section, Instrument>> DRIVERS = Map.of(
            "kepco-bop", InstrumentReader::kepcoBop,
            "keysight-34465a", InstrumentReader::keysight34465A,
            "lakeshore-350", InstrumentReader::lakeShore350,
            "one-character-switch", InstrumentReader::oneCharacterSwitch,
            "keithley-2400", InstrumentReader::keithley2400,
            "generic-scpi", InstrumentReader::genericScpi);

    private static final Map<String, FlowControl> FLOW_CONTROLS =
            Map.of("none", FlowControl.NONE, "xon-xoff", FlowControl.XON_XOFF);

    private static final Map<String, Framing> FRAMINGS =
            Map.of("8N1", Framing.BITS_8_NONE_1, "7O1", Framing.BITS_7_ODD_1, "7E1", Framing.BITS_7_EVEN_1);

    private static final Map<String, Terminator> TERMINATORS =
            Map.of("lf", Terminator.LF, "cr", Terminator.CR, "cr-lf", Terminator.CR_LF);

    private static final Pattern RESOURCE = Pattern.compile("ASRLusb:\\p{XDigit}{4}:\\p{XDigit}{4}:[^:\\s]+::INSTR"
            + "|ASRL(?!usb:)\\S+::INSTR"
            + "|TCPIP\\d*::[^:\\s]+::\\d{1,5}::SOCKET|"
            + Instrument.SIMULATED);

    private static final String RESOURCE_DUE = "ASRL/dev/...::INSTR, ASRLusb:vendor:product:serial::INSTR, "
            + "TCPIP0::host::port::SOCKET, simulated or replay:path of a capture";

    private InstrumentReader() {}

    /** Empty where the driver is not known: then nothing else can be told about the section. */
    static Optional<Instrument> read(Section at) {
        var driver = at.oneOf("driver", DRIVERS);
        if (driver.isEmpty()) {
            at.passOver();
        }
        return driver.map(reader -> reader.apply(at));
    }

    private static Instrument kepcoBop(Section at) {
        return new KepcoBop(
                resource(at),
                at.count("baud"),
                at.oneOf("flow-control", FLOW_CONTROLS).orElse(FlowControl.NONE),
                at.quantity("compliance", Measure.VOLTAGE, POSITIVE),
                at.quantity("max-current", Measure.CURRENT, POSITIVE),
                replyDeadline(at));
    }

    private static Instrument keysight34465A(Section at) {
        return new Keysight34465A(resource(at), at.quantity("range", Measure.VOLTAGE, POSITIVE), replyDeadline(at));
    }

    private static Instrument lakeShore350(Section at) {
        return new LakeShore350(
                resource(at),
                at.count("baud"),
                at.oneOf("framing", FRAMINGS).orElse(Framing.BITS_7_ODD_1),
                replyDeadline(at));
    }

    private static Instrument oneCharacterSwitch(Section at) {
        return new OneCharacterSwitch(
                resource(at), at.count("baud"), at.quantity("boot", Measure.DURATION, NOT_NEGATIVE), replyDeadline(at));
    }

    private static Instrument keithley2400(Section at) {
        return new Keithley2400(
                resource(at),
                at.count("baud"),
                at.quantity("compliance", Measure.VOLTAGE, POSITIVE),
                replyDeadline(at));
    }

    /** What can be left out has the value that most such instruments want. */
    private static Instrument genericScpi(Section at) {
        return new GenericScpi(
                resource(at),
                at.has("baud") ? at.count("baud") : 9600,
                at.oneOf("framing", FRAMINGS, Framing.BITS_8_NONE_1),
                at.oneOf("flow-control", FLOW_CONTROLS, FlowControl.NONE),
                at.oneOf("terminator", TERMINATORS, Terminator.LF),
                at.quantity("gap", Measure.DURATION, NOT_NEGATIVE, 0),
                at.text("identity", "a regular expression for the answer to *IDN?", InstrumentReader::expression),
                replyDeadline(at));
    }

    private static String expression(String text) {
        try {
            return Pattern.compile(text).pattern();
        } catch (PatternSyntaxException e) {
            throw new UnfitValueException(e.getDescription());
        }
    }

    private static double replyDeadline(Section at) {
        return at.quantity("reply-deadline", Measure.DURATION, POSITIVE);
    }

    private static String resource(Section at) {
        return at.text("resource", RESOURCE_DUE, text -> checked(text, at));
    }

    private static String checked(String text, Section at) {
        if (text.startsWith(Instrument.REPLAY)) {
            var capture = at.file()
                    .existing(text.substring(Instrument.REPLAY.length()).strip());
            return Instrument.REPLAY + capture.toAbsolutePath().normalize();
        }
        if (!RESOURCE.matcher(text).matches()) {
            throw new UnfitValueException("not a resource name");
        }
        return text;
    }
}
