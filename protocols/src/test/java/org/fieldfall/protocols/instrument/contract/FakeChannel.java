package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import java.util.Optional;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.Identity;

/** A channel that shows what it is told to. */
final class FakeChannel implements AuxiliaryChannel {

    private final FakeLine line;
    private Optional<Double> shown = Optional.of(1.0);

    FakeChannel(FakeLine line) {
        this.line = line;
    }

    void show(Optional<Double> value) {
        shown = value;
    }

    @Override
    public String name() {
        return "level";
    }

    @Override
    public String unit() {
        return "%";
    }

    @Override
    public Identity identify(Duration within) {
        return line.identify(within);
    }

    @Override
    public double measure(Duration within) {
        line.ask("level", within);
        return shown.orElseThrow(() -> new GarbledReplyException(line.who(), "asked level, got \"level\""));
    }

    @Override
    public void resynchronise(Duration within) {
        line.ask("anything", within);
    }
}
