package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.POSITIVE;

import java.util.Optional;
import java.util.regex.Pattern;
import org.fieldfall.app.config.RigConfig.Instrument;

/** The keys that every instrument of a rig file has; its driver reads the others. */
final class InstrumentReader {

    private static final Pattern RESOURCE = Pattern.compile("ASRLusb:\\p{XDigit}{4}:\\p{XDigit}{4}:[^:\\s]+::INSTR"
            + "|ASRL(?!usb:)\\S+::INSTR"
            + "|TCPIP\\d*::[^:\\s]+::\\d{1,5}::SOCKET|"
            + Instrument.SIMULATED);

    private static final String RESOURCE_DUE = "ASRL/dev/...::INSTR, ASRLusb:vendor:product:serial::INSTR, "
            + "TCPIP0::host::port::SOCKET, simulated or replay:path of a capture";

    private InstrumentReader() {}

    /** Empty where the driver is not known: then nothing else can be told about the section. */
    static Optional<InstrumentKind> kind(Section at, InstrumentKinds kinds) {
        var kind = at.oneOf("driver", kinds.byDriver());
        if (kind.isEmpty()) {
            at.passOver();
        }
        return kind;
    }

    static Instrument read(Section at, InstrumentKind kind) {
        return new Instrument(
                kind.driver(),
                at.text("resource", RESOURCE_DUE, text -> resource(text, at)),
                kind.read(at),
                at.quantity("reply-deadline", Measure.DURATION, POSITIVE));
    }

    private static String resource(String text, Section at) {
        if (text.startsWith(Instrument.REPLAY)) {
            var capture =
                    at.file().resolve(text.substring(Instrument.REPLAY.length()).strip());
            return Instrument.REPLAY
                    + Section.existing(capture).toAbsolutePath().normalize();
        }
        if (!RESOURCE.matcher(text).matches()) {
            throw new UnfitValueException("not a resource name");
        }
        return text;
    }
}
