package org.fieldfall.app.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.fieldfall.app.store.Table;

/** Where drawings go: three files a figure, named after it and the sample. */
public final class FigureFiles {

    private final Path folder;

    /** The folder is made where it is not there yet. */
    public FigureFiles(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes table and pictures in place of those of the same figure and sample; answers their paths. */
    public List<Path> write(Drawing drawing, String sample) {
        var name = String.format(
                Locale.ROOT, "figure-%d-%s", drawing.number(), sample.replaceAll("[^A-Za-z0-9._-]+", "-"));
        var csv = folder.resolve(name + ".csv");
        var svg = folder.resolve(name + ".svg");
        var png = folder.resolve(name + ".png");
        write(drawing.data(), csv);
        drawing.figure().writeSvg(svg);
        drawing.figure().writePng(png);
        return List.of(csv, svg, png);
    }

    private static void write(Data data, Path csv) {
        try (var table = Table.create(csv, data.columns().toArray(String[]::new))) {
            data.rows().forEach(table::row);
        }
    }
}
