package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fieldfall.protocols.instrument.FieldMonitor;
import org.fieldfall.protocols.instrument.Identity;
import org.junit.jupiter.api.Test;

class FakeMonitorTest extends FieldMonitorContract {

    private final FakeLine line = new FakeLine("field monitor");
    private final FakeMeter fake = new FakeMeter(line, this::volts);
    private double tesla;
    private FieldMonitor monitor = fake;

    @Override
    protected Bench bench() {
        return line;
    }

    @Override
    protected FieldMonitor monitor() {
        return monitor;
    }

    @Override
    protected double trueTesla() {
        return tesla;
    }

    @Override
    protected void goTo(double wanted) {
        tesla = wanted;
    }

    private double volts() {
        return tesla / 100;
    }

    @Override
    protected void edge() {
        fake.edge();
    }

    @Override
    protected double tolerance() {
        return 1e-9;
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        return line.identifyAnother(within);
    }

    private static Consumer<FakeMonitorTest> broken(String method, Function<FakeMeter, Proof.Answer> answer) {
        return test -> test.monitor = Proof.flawed(FieldMonitor.class, test.fake, method, answer.apply(test.fake));
    }

    @Test
    void canFailInEachTestOfTheContract() {
        new MeterFlaws<FakeMonitorTest>(FakeMonitorTest::broken, test -> test.line)
                .areCaught(new Proof<>(FakeMonitorTest::new))
                .catches(
                        "readsTheFieldOnEitherSideOfZero",
                        broken("tesla", meter -> asked -> Math.abs((Double) asked[0]) * 100))
                .catches("makesNoFieldOfWhatIsInvalid", broken("tesla", meter -> asked -> 0.0))
                .isWhole();
    }
}
