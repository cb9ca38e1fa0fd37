package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.SampleThermometer;
import org.junit.jupiter.api.Test;

class FakeThermometerTest extends SampleThermometerContract {

    private static final double KELVIN = 4.2;

    private final FakeLine line = new FakeLine("sample thermometer");
    private final FakeMeter fake = new FakeMeter(line, () -> KELVIN / 1000);
    private SampleThermometer thermometer = fake;

    @Override
    protected Bench bench() {
        return line;
    }

    @Override
    protected SampleThermometer thermometer() {
        return thermometer;
    }

    @Override
    protected double trueKelvin() {
        return KELVIN;
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

    private static Consumer<FakeThermometerTest> broken(String method, Function<FakeMeter, Proof.Answer> answer) {
        return test ->
                test.thermometer = Proof.flawed(SampleThermometer.class, test.fake, method, answer.apply(test.fake));
    }

    @Test
    void canFailInEachTestOfTheContract() {
        new MeterFlaws<FakeThermometerTest>(FakeThermometerTest::broken, test -> test.line)
                .areCaught(new Proof<>(FakeThermometerTest::new))
                .catches("readsTheTemperatureOfTheSample", broken("kelvin", meter -> asked -> 4.3))
                .catches("makesNoTemperatureOfWhatIsInvalidOrBeyondItsCurve", broken("kelvin", meter -> asked -> 4.2))
                .isWhole();
    }
}
