package org.fieldfall.protocols.fieldquench;

import java.time.Duration;
import java.util.List;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.sequence.Conduct;

/**
 * Writes down the numbers of the auxiliary channels now and then. They accompany the experiment and never end it: a channel
 * that fails is written down as invalid, with a remark, and left alone for a while.
 */
final class Auxiliaries {

    private static final double EVERY_SECONDS = 10;
    private static final double AFTER_FAILURE_SECONDS = 120;

    /** A slow box must not hold up the draining of the meters. */
    private static final Duration WITHIN = Duration.ofSeconds(2);

    private final List<Watched> channels;

    Auxiliaries(List<AuxiliaryChannel> channels) {
        this.channels = channels.stream().map(Watched::new).toList();
    }

    /** Name of a channel in the record; no role's own channel begins so. */
    static String channel(AuxiliaryChannel channel) {
        return "auxiliary " + channel.name();
    }

    /** Reads those whose turn it is; asks nobody before. Not for the real-time part of a sweep. */
    void read(Conduct conduct) {
        channels.forEach(channel -> channel.read(conduct));
    }

    private static final class Watched {

        private final AuxiliaryChannel channel;
        private double due = Double.NEGATIVE_INFINITY;

        Watched(AuxiliaryChannel channel) {
            this.channel = channel;
        }

        void read(Conduct conduct) {
            if (conduct.seconds() < due) {
                return;
            }
            try {
                tell(conduct, channel.measure(WITHIN));
                due = conduct.seconds() + EVERY_SECONDS;
            } catch (InstrumentException failed) {
                tell(conduct, Double.NaN);
                conduct.tell(new Remark(conduct.seconds(), String.valueOf(failed.getMessage())));
                due = conduct.seconds() + AFTER_FAILURE_SECONDS;
            }
        }

        private void tell(Conduct conduct, double value) {
            conduct.tell(
                    new ScalarRead(conduct.seconds(), channel(channel), value, channel.unit(), value, channel.unit()));
        }
    }
}
