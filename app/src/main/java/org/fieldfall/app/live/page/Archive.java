package org.fieldfall.app.live.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fieldfall.app.export.CsvExport;
import org.fieldfall.app.export.NexusExport;
import org.fieldfall.app.report.RunReport;
import org.fieldfall.app.review.Timeline;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.store.Annotations;
import org.fieldfall.app.store.CatalogueEntry;
import org.fieldfall.app.store.RunFolder;

/** Stored runs: the list, what people wrote to them, and what can be taken away. One thing is made at a time. */
final class Archive {

    private static final int LONGEST_TEXT = 2000;

    private record Note(Optional<String> text) {}

    private final Runs runs;
    private final Gate gate;
    private final InstantSource clock;
    private final Semaphore workshop = new Semaphore(1);

    Archive(Runs runs, Gate gate, InstantSource clock) {
        this.runs = runs;
        this.gate = gate;
        this.clock = clock;
    }

    void list(Context asked) {
        var filter = ListFilter.of(asked::queryParam);
        List<CatalogueEntry> fitting =
                runs.entries().stream().filter(filter::fits).toList();
        Answers.json(asked, Map.of("runs", fitting, "going", runs.going()));
    }

    void annotations(Context asked) {
        Answers.json(asked, Map.of("annotations", notes(asked).all()));
    }

    void annotate(Context asked) {
        String text =
                Answers.bounded("text", Answers.body(asked, Note.class).text.orElse(""), LONGEST_TEXT);
        Annotations.Annotation note =
                new Annotations.Annotation(clock.instant(), gate.guest(asked).signature(), text);
        notes(asked).add(note);
        Answers.json(asked, note);
    }

    private Annotations notes(Context asked) {
        return new Annotations(RunFolder.at(folder(asked)).annotations());
    }

    void timeline(Context asked) {
        Timeline timeline = Timeline.of(folder(asked));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("source", timeline.manifest().run().source());
        told.put("id", timeline.manifest().run().id());
        told.put("started_utc", timeline.manifest().run().started());
        told.put("status", timeline.manifest().ending().status());
        told.put("moments", timeline.moments());
        Answers.json(asked, told);
    }

    void report(Context asked) {
        RunFolder folder = RunFolder.at(folder(asked));
        if (Files.exists(folder.report())) {
            stream(asked, folder.report(), name(folder) + ".html", "text/html; charset=utf-8");
        } else {
            make(made -> {
                RecordedRun record = RecordedRun.open(folder.path());
                Path file = made.resolve("report.html");
                RunReport.write(record, record.manifest(), record.summary(), file);
                stream(asked, file, name(folder) + ".html", "text/html; charset=utf-8");
            });
        }
    }

    void csv(Context asked) {
        RunFolder folder = RunFolder.at(folder(asked));
        make(made -> {
            RecordedRun record = RecordedRun.open(folder.path());
            List<Path> files = new CsvExport(record, record.summary()).write(made.resolve(name(folder) + ".csv"));
            attach(asked, name(folder) + "-csv.zip", "application/zip");
            zip(files, asked.outputStream());
        });
    }

    void nexus(Context asked) {
        RunFolder folder = RunFolder.at(folder(asked));
        if (Files.exists(folder.nexus())) {
            stream(asked, folder.nexus(), name(folder) + ".nxs", "application/x-hdf5");
        } else {
            make(made -> {
                RecordedRun record = RecordedRun.open(folder.path());
                List<Path> files = new NexusExport(record, record.manifest(), record.summary())
                        .write(made.resolve(name(folder) + ".nxs"));
                attach(asked, name(folder) + "-nexus.zip", "application/zip");
                zip(files, asked.outputStream());
            });
        }
    }

    private Path folder(Context asked) {
        return runs.folder(asked.pathParam("id")).orElseThrow(Refusal::noRun);
    }

    private static String name(RunFolder folder) {
        return String.valueOf(folder.path().getFileName());
    }

    private static void attach(Context asked, String name, String type) {
        asked.contentType(type).header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    private static void stream(Context asked, Path file, String name, String type) {
        attach(asked, name, type);
        try {
            Files.copy(file, asked.outputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void zip(List<Path> files, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Path file : files) {
            zip.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
            Files.copy(file, zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    /** Work in a folder that is gone afterwards. */
    private interface Work {
        void in(Path folder) throws IOException;
    }

    private void make(Work work) {
        if (!workshop.tryAcquire()) {
            throw new Refusal(503, "another file is being made; try again in a moment");
        }
        try {
            Path folder = Files.createTempDirectory("fieldfall-page");
            try {
                work.in(folder);
            } finally {
                clear(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            workshop.release();
        }
    }

    private static void clear(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
