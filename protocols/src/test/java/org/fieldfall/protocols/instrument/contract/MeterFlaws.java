package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fieldfall.protocols.instrument.MeterCapability;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.instrument.Sampling;

/**
 * What a bad meter may do, whatever its role.
 *
 * @param <T> the contract as it is run over a fake
 */
final class MeterFlaws<T extends BufferedMeterContract> {

    private static final Duration WITHIN = Duration.ofSeconds(8);

    private final Breaker<T> broken;
    private final Function<T, FakeLine> line;

    MeterFlaws(Breaker<T> broken, Function<T, FakeLine> line) {
        this.broken = broken;
        this.line = line;
    }

    /** Puts another method into the meter of a contract. */
    @FunctionalInterface
    interface Breaker<T> {
        Consumer<T> by(String method, Function<FakeMeter, Proof.Answer> answer);
    }

    Proof<T> areCaught(Proof<T> proof) {
        return proof.catchesABadLine(line)
                .catches("readsOneFiniteValueAtATimeInVoltsOrOhms", broken.by("readOnce", m -> a -> Double.NaN))
                .catches("readsOneFiniteValueAtATimeInVoltsOrOhms", broken.by("capability", MeterFlaws::inMillivolts))
                .catches("givesEachReadingOnceInOrderOnItsOwnClock", broken.by("drain", MeterFlaws::losing))
                .catches("givesEachReadingOnceInOrderOnItsOwnClock", broken.by("drain", MeterFlaws::doubling))
                .catches("givesEachReadingOnceInOrderOnItsOwnClock", broken.by("start", MeterFlaws::late))
                .catches("drainsNothingRatherThanWait", broken.by("drain", MeterFlaws::inventing))
                .catches("drainsNothingRatherThanWait", broken.by("drain", MeterFlaws::waiting))
                .catches("countsAnewWithEachStart", broken.by("drain", MeterFlaws::countingOn))
                .catches("hasNothingToDrainUnlessItWasStarted", broken.by("drain", m -> a -> block(0)))
                .catches("startsOnlyWhatIsConfigured", broken.by("start", m -> a -> "started"))
                .catches("endsAnAcquisitionOfWhichReadingsWereLost", broken.by("drain", MeterFlaws::forgivingLoss))
                .catches("takesUpNoAcquisitionFromBeforeALoss", broken.by("drain", MeterFlaws::forgettingLoss))
                .catches("refusesAperturesBelowItsShortestBeforeTheWire", broken.by("readOnce", m -> a -> 1.0))
                .catches("refusesAperturesBelowItsShortestBeforeTheWire", broken.by("configure", m -> a -> "so be it"))
                .catches(
                        "refusesAperturesBelowItsShortestBeforeTheWire",
                        test -> line.apply(test).plant(FakeLine.Flaw.ASKS_BEFORE_IT_REFUSES))
                .catches("waitsForTheTriggerLineWhereItIsAskedTo", broken.by("configure", MeterFlaws::untriggered))
                .catches("readsTheSameOneByOneAndFromItsMemory", broken.by("readOnce", m -> a -> 1.0));
    }

    private static SampleBlock block(long firstIndex, double... raw) {
        return new SampleBlock(firstIndex, 0.05, raw);
    }

    private static Proof.Answer inMillivolts(FakeMeter meter) {
        return asked -> new MeterCapability(3e-4, 50_000, 1_000_000, "mV");
    }

    private static Proof.Answer losing(FakeMeter meter) {
        return asked -> {
            SampleBlock whole = meter.drain(WITHIN);
            return block(whole.firstIndex(), Arrays.copyOf(whole.raw(), Math.max(0, whole.size() - 1)));
        };
    }

    private static Proof.Answer doubling(FakeMeter meter) {
        return asked -> {
            SampleBlock whole = meter.drain(WITHIN);
            return block(whole.firstIndex(), Arrays.copyOf(whole.raw(), whole.size() > 0 ? whole.size() + 1 : 0));
        };
    }

    private static Proof.Answer late(FakeMeter meter) {
        return asked -> {
            meter.start(WITHIN);
            meter.beganLate(0.3);
            return "started";
        };
    }

    private static Proof.Answer inventing(FakeMeter meter) {
        return asked -> {
            SampleBlock whole = meter.drain(WITHIN);
            return whole.size() > 0 ? whole : block(whole.firstIndex(), 1);
        };
    }

    private static Proof.Answer waiting(FakeMeter meter) {
        return asked -> {
            SampleBlock whole = meter.drain(WITHIN);
            for (int naps = 0; whole.size() == 0 && naps < 100; naps++) {
                meter.bench().rest();
            }
            return whole;
        };
    }

    private static Proof.Answer countingOn(FakeMeter meter) {
        return asked -> {
            SampleBlock whole = meter.drain(WITHIN);
            return block(whole.firstIndex() + 40, whole.raw());
        };
    }

    private static Proof.Answer forgivingLoss(FakeMeter meter) {
        return asked -> {
            try {
                return meter.drain(WITHIN);
            } catch (NoReplyException lost) {
                meter.goOn();
                throw lost;
            }
        };
    }

    private static Proof.Answer forgettingLoss(FakeMeter meter) {
        return asked -> {
            meter.goOn();
            return meter.drain(WITHIN);
        };
    }

    private static Proof.Answer untriggered(FakeMeter meter) {
        return asked -> {
            Sampling wanted = (Sampling) asked[0];
            var untriggered = new Sampling(wanted.intervalSeconds(), wanted.apertureSeconds(), wanted.readings());
            meter.configure(untriggered, WITHIN);
            return "configured";
        };
    }
}
