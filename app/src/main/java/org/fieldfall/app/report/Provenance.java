package org.fieldfall.app.report;

import java.util.List;
import java.util.Locale;
import org.fieldfall.app.store.Manifest;

/** Who, why, when, with which boxes, which program and which files, and how to do it again. */
final class Provenance {

    private final Told told;
    private final Html page;

    Provenance(Told told, Html page) {
        this.told = told;
        this.page = page;
    }

    void write() {
        instruments();
        lines();
        page.open("section").element("h2", "Provenance").open("table", "facts").open("tbody");
        Manifest.Run run = told.manifest().run();
        Manifest.Versions versions = told.manifest().versions();
        page.row("run", run.id().toString());
        page.row("operator", run.who());
        page.row("why", run.why().isBlank() ? "not said" : run.why());
        page.row("began", run.started().toString());
        page.row("ended", told.manifest().ending().at().toString());
        page.row("rig time 0", run.rigTimeZero().toString());
        page.row(
                "program",
                "fieldfall " + versions.fieldfall()
                        + versions.build().map(build -> ", build " + build).orElse("") + ", Java " + versions.java());
        page.row("record", told.run().folder().path().getFileName().toString());
        page.close().close();
        again();
        documents();
        page.close();
    }

    private void instruments() {
        page.open("section").element("h2", "Instruments").open("table");
        page.head("role", "maker", "model", "serial", "firmware", "line").open("tbody");
        told.manifest()
                .instruments()
                .forEach(box -> page.row(
                        box.name(),
                        box.maker(),
                        box.model(),
                        box.serial().isBlank() ? "none told" : box.serial(),
                        box.firmware(),
                        told.manifest().lines().getOrDefault(box.name(), "")));
        page.close().close().close();
    }

    /** Of records that tell it. */
    private void lines() {
        if (told.summary().lineTiming().isEmpty()) {
            return;
        }
        page.open("section").element("h2", "Lines").open("table");
        page.head("instrument", "line", "exchanges", "median", "longest", "time-outs", "garbled", "reconnects")
                .open("tbody");
        told.summary()
                .lineTiming()
                .forEach(line -> page.row(
                        line.instrument(),
                        line.resource(),
                        String.valueOf(line.exchanges()),
                        millis(line.medianSeconds()),
                        millis(line.longestSeconds()),
                        String.valueOf(line.timeOuts()),
                        String.valueOf(line.garbledReplies()),
                        String.valueOf(line.reconnects())));
        page.close().close();
        page.element(
                        "p",
                        "Median and longest of the exchanges with an answer, from the first byte sent to the last"
                                + " received.")
                .close();
    }

    private static String millis(double seconds) {
        return Double.isNaN(seconds) ? "no answer" : String.format(Locale.ROOT, "%.1f ms", 1000 * seconds);
    }

    private void again() {
        page.element("h3", "To repeat it");
        page.open("pre").element("code", RepeatCommand.of(told.manifest())).close();
        page.element(
                "p",
                "With the files below, which are those of this run to the letter: a name stands for the file of that name in"
                        + " config/protocols, config/samples or config/rigs."
                        + (told.manifest().run().seed().isPresent()
                                ? " The seed draws the same imperfections; the last digits differ, for the run waits on"
                                        + " real wires."
                                : ""));
    }

    private void documents() {
        page.element("h3", "Configuration, whole");
        document("protocol", told.manifest().documents().protocol());
        document("sample", told.manifest().documents().sample());
        document("rig", told.manifest().documents().rig());
        List<Manifest.Document> curves = told.manifest().documents().calibrations();
        curves.forEach(curve -> document("calibration", curve));
    }

    private void document(String kind, Manifest.Document document) {
        page.openFold(kind + " " + document.name() + ", SHA-256 " + document.sha256());
        page.open("pre").element("code", document.text()).close().close();
    }
}
