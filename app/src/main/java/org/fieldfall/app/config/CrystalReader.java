package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.ANY;
import static org.fieldfall.app.config.Check.DIPOLAR;
import static org.fieldfall.app.config.Check.NOT_NEGATIVE;
import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.app.config.Measure.ENERGY;
import static org.fieldfall.app.config.Measure.FIELD;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The keys of the section {@code simulation.crystal} of a rig file. */
final class CrystalReader {

    private static final Map<String, Function<Section, CrystalConfig>> FORMS = Map.of(
            "two-well", at -> new CrystalConfig.TwoWells(),
            "levels", CrystalReader::levels,
            "none", at -> new CrystalConfig.None());

    private CrystalReader() {}

    static CrystalConfig read(Section at) {
        return at.oneOf("form", FORMS).map(form -> form.apply(at)).orElseGet(CrystalConfig.TwoWells::new);
    }

    private static CrystalConfig levels(Section at) {
        return new CrystalConfig.Levels(
                at.quantity("sound", Measure.VELOCITY, POSITIVE),
                at.quantity("density", Measure.DENSITY, POSITIVE),
                at.number("double-step", NOT_NEGATIVE),
                at.quantity("transverse-field", FIELD, NOT_NEGATIVE),
                at.quantity("B44", ENERGY, ANY, 0),
                at.quantity("line-width", FIELD, POSITIVE),
                at.has("dipolar") ? Optional.of(at.quantity("dipolar", FIELD, DIPOLAR)) : Optional.empty(),
                at.optionalSection("fast-species", RelaxationReader::exactFastSpecies));
    }
}
