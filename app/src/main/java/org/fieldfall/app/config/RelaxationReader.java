package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.DIPOLAR;
import static org.fieldfall.app.config.Check.NOT_NEGATIVE;
import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.app.config.Check.SHARE;
import static org.fieldfall.app.config.Measure.DURATION;
import static org.fieldfall.app.config.Measure.ENERGY;
import static org.fieldfall.app.config.Measure.FIELD;
import static org.fieldfall.app.config.Measure.TEMPERATURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.SampleConfig.Relaxation;
import org.fieldfall.app.config.SampleConfig.Relaxation.Dipolar;
import org.fieldfall.app.config.SampleConfig.Relaxation.FastSpecies;
import org.fieldfall.app.config.SampleConfig.Relaxation.Resonance;
import org.fieldfall.app.config.SampleConfig.Relaxation.Resonances;

/** The keys of the section {@code relaxation} of a sample file. */
final class RelaxationReader {

    private RelaxationReader() {}

    static Spread<Relaxation> read(Section at) {
        var barrier = at.spread("barrier", ENERGY, POSITIVE);
        var tau0 = at.spread("tau0", DURATION, POSITIVE);
        var bestKnown = at.has("best-known-at")
                ? at.quantity("best-known-at", TEMPERATURE, POSITIVE)
                : Double.POSITIVE_INFINITY;
        at.check(!(barrier.sigma() == 0), "best-known-at", "a barrier with a spread beside it");
        var source = at.text("source");
        var resonances = at.optionalSection("resonances", RelaxationReader::resonances);
        var dipolar = at.optionalSection("dipolar", RelaxationReader::dipolar);
        var fast = at.optionalSection("fast-species", RelaxationReader::fastSpecies);
        var ofLaw = Spread.of(
                List.of(barrier, tau0),
                // A higher barrier with a shorter tau0, so that tau stays where it is best known.
                law -> new Relaxation(
                        law[0],
                        law[1] * Math.exp((barrier.value() - law[0]) / bestKnown),
                        source,
                        resonances,
                        dipolar,
                        fast.map(Spread::value)));
        var central = ofLaw.value();
        var moved = new ArrayList<>(ofLaw.moved());
        fast.ifPresent(all -> all.moved()
                .forEach(other -> moved.add(new Relaxation(
                        central.barrierKelvin(),
                        central.tau0Seconds(),
                        source,
                        resonances,
                        dipolar,
                        Optional.of(other)))));
        return new Spread<>(central, moved);
    }

    private static Resonances resonances(Section at) {
        return new Resonances(at.someOf("at", RelaxationReader::resonance), at.text("source"));
    }

    private static Resonance resonance(Section at) {
        return new Resonance(
                at.quantity("field", FIELD, NOT_NEGATIVE),
                at.number("height", NOT_NEGATIVE),
                at.quantity("width", FIELD, POSITIVE));
    }

    private static Dipolar dipolar(Section at) {
        return new Dipolar(at.quantity("lambda", FIELD, DIPOLAR), at.text("source"));
    }

    /** Of a twin, whose truth has no spread. */
    static FastSpecies exactFastSpecies(Section at) {
        var read = fastSpecies(at);
        at.check(read.moved().isEmpty(), "share", "numbers without a spread in share, barrier and tau0");
        return read.value();
    }

    private static Spread<FastSpecies> fastSpecies(Section at) {
        var numbers = List.of(
                at.spread("share", Measure.FRACTION, SHARE),
                at.spread("barrier", ENERGY, POSITIVE),
                at.spread("tau0", DURATION, POSITIVE));
        var source = at.text("source");
        return Spread.of(numbers, part -> new FastSpecies(part[0], part[1], part[2], source));
    }
}
