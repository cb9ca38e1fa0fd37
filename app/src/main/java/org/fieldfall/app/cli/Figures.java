package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.figure.Crystal;
import org.fieldfall.app.figure.FigureFiles;
import org.fieldfall.app.figure.PaperFigure;
import org.fieldfall.app.figure.Values;
import org.fieldfall.app.sample.Described;
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
        return new Crystal(sample.name(), Described.of(sample), theory.spins(), theory.lattice(), theory.relaxation());
    }
}
