package org.fieldfall.app.sample;

import java.util.ArrayList;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.config.SampleConfig.Orientation;
import org.fieldfall.app.config.SpinConfig.Cluster;
import org.fieldfall.app.config.SpinConfig.GFactor;
import org.fieldfall.app.config.SpinConfig.Giant;
import org.fieldfall.protocols.theory.level.Coupling;
import org.fieldfall.protocols.theory.level.Direction;
import org.fieldfall.protocols.theory.level.Ensemble;
import org.fieldfall.protocols.theory.level.GTensor;
import org.fieldfall.protocols.theory.level.GiantSpin;
import org.fieldfall.protocols.theory.level.Hamiltonian;
import org.fieldfall.protocols.theory.level.Ion;
import org.fieldfall.protocols.theory.level.Mosaic;
import org.fieldfall.protocols.theory.level.Powder;
import org.fieldfall.protocols.theory.level.SpinCluster;
import org.fieldfall.protocols.theory.level.StevensTerm;

/** The Hamiltonian of a sample file and how it lies in the field; in closed form where there is one. */
final class SpinTheory {

    private SpinTheory() {}

    static Ensemble of(SampleConfig sample) {
        if (sample.orientation().isEmpty() && sample.spin() instanceof Giant giant && new AxialPart(giant).isAll()) {
            return Ensemble.of(new AxialPart(giant).spin(1));
        }
        var hamiltonian = hamiltonian(sample);
        return sample.orientation()
                .map(orientation -> oriented(hamiltonian, orientation))
                .orElseGet(() -> Ensemble.of(hamiltonian.along(Direction.Z)));
    }

    private static Ensemble oriented(Hamiltonian hamiltonian, Orientation orientation) {
        var field = Direction.polar(orientation.thetaRadians(), orientation.phiRadians());
        return switch (orientation.kind()) {
            case SINGLE -> Ensemble.of(hamiltonian.along(field));
            case MOSAIC ->
                Ensemble.of(hamiltonian, new Mosaic(field, orientation.spreadRadians()), orientation.toleranceKelvin());
            case POWDER -> Ensemble.of(hamiltonian, new Powder(), orientation.toleranceKelvin());
        };
    }

    private static Hamiltonian hamiltonian(SampleConfig sample) {
        return sample.spin() instanceof Giant giant ? giant(giant) : cluster((Cluster) sample.spin());
    }

    private static Hamiltonian giant(Giant file) {
        var terms = new ArrayList<StevensTerm>();
        file.terms().forEach(term -> terms.add(new StevensTerm(term.k(), term.q(), term.kelvin())));
        if (file.anisotropyKelvin() != 0) {
            terms.add(new StevensTerm(2, 0, file.anisotropyKelvin() / 3));
        }
        if (file.rhombicKelvin() != 0) {
            terms.add(new StevensTerm(2, 2, file.rhombicKelvin()));
        }
        return new GiantSpin(file.S(), tensor(file.g()), terms);
    }

    private static Hamiltonian cluster(Cluster file) {
        return new SpinCluster(
                file.ions().stream()
                        .map(ion -> new Ion(ion.S(), ion.anisotropyKelvin(), ion.rhombicKelvin(), tensor(ion.g())))
                        .toList(),
                file.couplings().stream()
                        .map(pair -> new Coupling(pair.first(), pair.second(), pair.jKelvin()))
                        .toList());
    }

    static GTensor tensor(GFactor g) {
        return GTensor.turned(g.x(), g.y(), g.z(), g.alphaRadians(), g.betaRadians(), g.gammaRadians());
    }
}
