package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.Identity;
import org.junit.jupiter.api.Test;

class FakeChannelTest extends AuxiliaryChannelContract {

    private final FakeLine line = new FakeLine("gauge");
    private final FakeChannel fake = new FakeChannel(line);
    private AuxiliaryChannel channel = fake;

    @Override
    protected Bench bench() {
        return line;
    }

    @Override
    protected AuxiliaryChannel channel() {
        return channel;
    }

    @Override
    protected void show(double value) {
        fake.show(Optional.of(value));
    }

    @Override
    protected void babble() {
        fake.show(Optional.empty());
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        return line.identifyAnother(within);
    }

    private static Consumer<FakeChannelTest> broken(String method, Proof.Answer answer) {
        return test -> test.channel = Proof.flawed(AuxiliaryChannel.class, test.fake, method, answer);
    }

    @Test
    void canFailInEachTestOfTheContract() {
        new Proof<>(FakeChannelTest::new)
                .catchesABadLine(test -> test.line)
                .catches("knowsItsNameAndUnit", broken("unit", asked -> ""))
                .catches("measuresWhatTheInstrumentShows", broken("measure", asked -> 1.0))
                .catches("makesNoNumberOfWhatIsMarkedInvalid", broken("measure", asked -> 9.91e37))
                .catches("makesNoNumberOfWhatIsNone", broken("measure", asked -> Double.NaN))
                .isWhole();
    }
}
