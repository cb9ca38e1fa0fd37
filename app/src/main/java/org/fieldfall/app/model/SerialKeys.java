package org.fieldfall.app.model;

import java.util.Map;
import org.fieldfall.app.config.Section;
import org.fieldfall.drivers.transport.SerialSettings;
import org.fieldfall.drivers.transport.SerialSettings.FlowControl;

/**
 * The keys of a serial line in an instrument's section.
 *
 * @param framing data bits, parity and stop bits, such as {@code 8N1}
 */
public record SerialKeys(int baud, String framing, FlowControl flowControl) {

    private static final String USUAL_FRAMING = "8N1";
    private static final int USUAL_BAUD = 9600;

    private static final Map<String, FlowControl> FLOW_CONTROLS =
            Map.of("none", FlowControl.NONE, "xon-xoff", FlowControl.XON_XOFF);

    private static final Map<String, String> FRAMINGS =
            Map.of(USUAL_FRAMING, USUAL_FRAMING, "7O1", "7O1", "7E1", "7E1");

    /** {@code baud} alone: 8 data bits, no parity, 1 stop bit, nothing to hold a talker back. */
    public static SerialKeys baud(Section at) {
        return new SerialKeys(at.count("baud"), USUAL_FRAMING, FlowControl.NONE);
    }

    /** {@code baud} and {@code flow-control}: 8 data bits, no parity, 1 stop bit. */
    public static SerialKeys withFlowControl(Section at) {
        return new SerialKeys(
                at.count("baud"),
                USUAL_FRAMING,
                at.oneOf("flow-control", FLOW_CONTROLS).orElse(FlowControl.NONE));
    }

    /** {@code baud} and {@code framing}. */
    public static SerialKeys framed(Section at) {
        return new SerialKeys(at.count("baud"), at.oneOf("framing", FRAMINGS).orElse(USUAL_FRAMING), FlowControl.NONE);
    }

    /** All of them; what is left out has the value that most instruments want. */
    public static SerialKeys optional(Section at) {
        return new SerialKeys(
                at.has("baud") ? at.count("baud") : USUAL_BAUD,
                at.oneOf("framing", FRAMINGS, USUAL_FRAMING),
                at.oneOf("flow-control", FLOW_CONTROLS, FlowControl.NONE));
    }

    public SerialSettings settings() {
        return SerialSettings.of(baud, framing, flowControl);
    }
}
