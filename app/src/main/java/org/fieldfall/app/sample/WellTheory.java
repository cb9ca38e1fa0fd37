package org.fieldfall.app.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.config.SampleConfig.Orientation;
import org.fieldfall.app.config.SampleConfig.Relaxation;
import org.fieldfall.app.config.SpinConfig.Giant;
import org.fieldfall.app.config.SpinConfig.Stevens;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;
import org.fieldfall.protocols.theory.kinetics.Resonance;
import org.fieldfall.protocols.theory.kinetics.Resonances;
import org.fieldfall.protocols.theory.kinetics.Species;
import org.fieldfall.protocols.theory.kinetics.Spins;
import org.fieldfall.protocols.theory.level.AxialSpin;

/**
 * The two wells of a sample file: those of the axial part of a giant spin, in the component of the field along its z axis.
 *
 * <p>Terms that mix M are left out: they split levels by far less than the wells are deep, and what tunnelling they bring
 * comes in by the resonances of the file.
 */
record WellTheory(SampleConfig sample) {

    /** The field across z lowers the barrier by about this angle times h: beyond it a spin along z is a poor picture. */
    private static final double MOST_TILT = Math.toRadians(20);

    private static final double MOST_SPREAD = Math.toRadians(10);

    /** What stands against wells; empty if nothing does. */
    Optional<String> fault() {
        if (sample.relaxation().isEmpty()) {
            return Optional.of("its file has no relaxation");
        }
        if (!(sample.spin() instanceof Giant giant)) {
            return Optional.of("an exchange cluster is no giant spin with two wells");
        }
        var orientation = sample.orientation().flatMap(WellTheory::fault);
        return orientation.isPresent()
                ? orientation
                : Species.fault(axial(giant)).map(fault -> "it needs " + fault);
    }

    private static Optional<String> fault(Orientation orientation) {
        if (orientation.kind() == Orientation.Kind.POWDER) {
            return Optional.of("the crystals of a powder have no barrier in common");
        }
        if (tilt(orientation) > MOST_TILT) {
            return Optional.of("the field is " + degrees(tilt(orientation)) + " from the z axis, at most "
                    + degrees(MOST_TILT) + " can be told");
        }
        return orientation.spreadRadians() > MOST_SPREAD
                ? Optional.of("the mosaic spreads by " + degrees(orientation.spreadRadians()) + ", at most "
                        + degrees(MOST_SPREAD) + " can be told")
                : Optional.empty();
    }

    /** From the nearer end of the axis. */
    private static double tilt(Orientation orientation) {
        return Math.min(orientation.thetaRadians(), Math.PI - orientation.thetaRadians());
    }

    private static String degrees(double radians) {
        return Math.round(Math.toDegrees(radians)) + " deg";
    }

    /** Only where there is no {@link #fault}. */
    Spins spins() {
        var spin = axial((Giant) sample.spin());
        var law = sample.relaxation().orElseThrow();
        var main = Spins.of(spin, new Arrhenius(law.barrierKelvin(), law.tau0Seconds()), resonances(law));
        var all = law.fastSpecies()
                .map(fast -> main.with(new Species(
                        fast.share(),
                        spin,
                        new Arrhenius(fast.barrierKelvin(), fast.tau0Seconds()),
                        Resonances.none())))
                .orElse(main);
        return law.dipolar().map(field -> all.coupledBy(field.lambdaTesla())).orElse(all);
    }

    private static Resonances resonances(Relaxation law) {
        return law.resonances()
                .map(found -> new Resonances(found.at().stream()
                        .map(one -> new Resonance(one.tesla(), one.height(), one.widthTesla()))
                        .toList()))
                .orElse(Resonances.none());
    }

    private AxialSpin axial(Giant giant) {
        var projection =
                sample.orientation().map(WellTheory::tilt).map(Math::cos).orElse(1.0);
        return new AxialPart(giant).spin(projection);
    }

    List<String> leftOut() {
        var out = new ArrayList<String>();
        if (sample.spin() instanceof Giant giant) {
            if (giant.rhombicKelvin() != 0) {
                out.add("E");
            }
            giant.terms().stream()
                    .filter(term -> !AxialPart.isKept(term))
                    .map(WellTheory::name)
                    .forEach(out::add);
        }
        return out;
    }

    private static String name(Stevens term) {
        return "B" + term.k() + term.q();
    }
}
