package org.fieldfall.drivers.onecharacterswitch;

import java.time.Duration;

/**
 * A one-character heat switch.
 *
 * @param boot how long the board needs after its port was opened, which resets it
 * @param settleSeconds how long the switch moves after a command
 * @param replyWithin longest silence while a reply is due
 */
public record SwitchSettings(Duration boot, double settleSeconds, Duration replyWithin) {

    public SwitchSettings {
        if (boot.isNegative() || !(settleSeconds >= 0) || Double.isInfinite(settleSeconds)) {
            throw new IllegalArgumentException(
                    "impossible times: boot " + boot.toMillis() + " ms, settle " + settleSeconds + " s");
        }
    }
}
