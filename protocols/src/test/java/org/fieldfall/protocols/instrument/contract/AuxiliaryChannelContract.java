package org.fieldfall.protocols.instrument.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.Identity;
import org.junit.jupiter.api.Test;

/** A channel tells the number its instrument shows, NaN for what is marked as none, and never anything else. */
public abstract class AuxiliaryChannelContract extends RoleContract {

    protected abstract AuxiliaryChannel channel();

    /** Makes the instrument show a number; NaN makes it mark what it shows as invalid, in its own way. */
    protected abstract void show(double value);

    /** Makes the instrument answer with something that is no number. */
    protected abstract void babble();

    @Override
    protected final Identity identify(Duration within) {
        return channel().identify(within);
    }

    @Override
    protected final void resynchronise(Duration within) {
        channel().resynchronise(within);
    }

    @Override
    protected final Map<String, Consumer<Duration>> questions() {
        return Map.of("measure", within -> channel().measure(within));
    }

    @Test
    void knowsItsNameAndUnit() {
        assertThat(channel().name()).isNotBlank();
        assertThat(channel().unit()).isNotBlank();
    }

    @Test
    void measuresWhatTheInstrumentShows() {
        DoubleStream.of(1, -2.5e-6, 0, 3.75e8).forEach(value -> {
            show(value);

            assertThat(channel().measure(WITHIN)).isCloseTo(value, within(1e-6 * Math.abs(value)));
        });
    }

    @Test
    void makesNoNumberOfWhatIsMarkedInvalid() {
        show(Double.NaN);

        assertThat(channel().measure(WITHIN)).isNaN();
    }

    @Test
    void makesNoNumberOfWhatIsNone() {
        babble();
        assertThatExceptionOfType(GarbledReplyException.class)
                .isThrownBy(() -> channel().measure(WITHIN));

        show(7);

        assertThat(channel().measure(WITHIN)).isEqualTo(7);
    }
}
