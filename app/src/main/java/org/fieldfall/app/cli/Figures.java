package org.fieldfall.app.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.figure.Crystal;
import org.fieldfall.app.figure.FigureFiles;
import org.fieldfall.app.figure.PaperFigure;
import org.fieldfall.app.figure.Values;
import org.fieldfall.app.sample.SampleTheory;

/** The paper's figures for one sample. */
record Figures(SampleConfig sample, Values asked) {

    /** All are drawn before the first is written: what cannot be drawn leaves no file. */
    List<Path> write(Collection<PaperFigure> wanted, Path folder) {
        var crystal = crystal();
        var drawings =
                wanted.stream().map(figure -> figure.draw(crystal, asked)).toList();
        var files = new FigureFiles(folder);
        return drawings.stream()
                .flatMap(drawing -> files.write(drawing, sample.name()).stream())
                .toList();
    }

    private Crystal crystal() {
        var theory = SampleTheory.of(sample);
        return new Crystal(sample.name(), described(), theory.spins(), theory.lattice(), theory.relaxation());
    }

    private List<String> described() {
        var spin = sample.spin();
        var lattice = sample.lattice();
        var relaxation = sample.relaxation();
        return List.of(
                "*S* = " + number(spin.S()) + ",",
                "*D*/*k*_{B} = " + number(spin.anisotropyKelvin()) + " K,",
                "*g* = " + number(spin.gParallel()) + ",",
                "*θ*_{D} = " + number(lattice.debyeKelvin()) + " K (" + number(lattice.debyeUnits()) + "×3 modes),",
                "*U*/*k*_{B} = " + number(relaxation.barrierKelvin()) + " K,",
                "*τ*_{0} = " + number(relaxation.tau0Seconds() * 1e6) + " µs.");
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '−');
    }
}
