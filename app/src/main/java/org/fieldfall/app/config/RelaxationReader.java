package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.DIPOLAR;
import static org.fieldfall.app.config.Check.NOT_NEGATIVE;
import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.app.config.Check.SHARE;
import static org.fieldfall.app.config.Measure.DURATION;
import static org.fieldfall.app.config.Measure.ENERGY;
import static org.fieldfall.app.config.Measure.FIELD;

import org.fieldfall.app.config.SampleConfig.Relaxation;
import org.fieldfall.app.config.SampleConfig.Relaxation.Dipolar;
import org.fieldfall.app.config.SampleConfig.Relaxation.FastSpecies;
import org.fieldfall.app.config.SampleConfig.Relaxation.Resonance;
import org.fieldfall.app.config.SampleConfig.Relaxation.Resonances;

/** The keys of the section {@code relaxation} of a sample file. */
final class RelaxationReader {

    private RelaxationReader() {}

    static Relaxation read(Section at) {
        return new Relaxation(
                at.quantity("barrier", ENERGY, POSITIVE),
                at.quantity("tau0", DURATION, POSITIVE),
                at.text("source"),
                at.optionalSection("resonances", RelaxationReader::resonances),
                at.optionalSection("dipolar", RelaxationReader::dipolar),
                at.optionalSection("fast-species", RelaxationReader::fastSpecies));
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

    static FastSpecies fastSpecies(Section at) {
        return new FastSpecies(
                at.quantity("share", Measure.FRACTION, SHARE),
                at.quantity("barrier", ENERGY, POSITIVE),
                at.quantity("tau0", DURATION, POSITIVE),
                at.text("source"));
    }
}
