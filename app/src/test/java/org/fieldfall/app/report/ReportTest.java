package org.fieldfall.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.fieldfall.app.review.SyntheticRun;
import org.fieldfall.app.review.SyntheticSweep;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.Annotations;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.drivers.calibration.Calibration;
import org.fieldfall.protocols.run.GuardTripped;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.SafeStateStep;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest {

    private static final String HOSTILE = "<script>alert('x')</script> & \"so\" on";

    private Path folder;
    private ShotSummary summary;
    private String page;

    @BeforeAll
    void write(@TempDir Path temporary) throws Exception {
        folder = temporary;
        var curve = Path.of("..", "config", "calibrations", "cx1050-typical.340");
        var sweep = new SyntheticSweep(
                Calibration.read("cx1050-typical.340", Files.readString(curve)).curve());
        var stored = sweep.write(SyntheticSweep.run(
                SyntheticRun.under(folder).why(HOSTILE).protocol("name: first-shot", "name: first-shot # " + HOSTILE)));
        new Annotations(stored.annotations()).add(new Annotations.Annotation(Instant.EPOCH, "<b>Ada</b>", HOSTILE));
        var run = RecordedRun.open(stored.path());
        summary = run.summary();
        page = Report.html(run, run.manifest(), summary);
    }

    private static String page(RunFolder stored) {
        var run = RecordedRun.open(stored.path());
        return Report.html(run, run.manifest(), run.summary());
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void saysSimulatorBeforeAnythingElseAndWithEveryPicture() {
        assertThat(page).contains("<title>SIMULATOR: run 1").contains("<body class=\"simulator\">");
        assertThat(page.indexOf("SIMULATOR", page.indexOf("<body"))).isLessThan(page.indexOf("<h1>"));
        assertThat(all("<figure>", page)).hasSize(1);
        assertThat(all("<figcaption>SIMULATOR", page)).hasSize(1);
        assertThat(page).contains("Readings from the SIMULATOR.");
    }

    @Test
    void letsNoTextOfTheRecordBecomeMarkup() {
        assertThat(page).doesNotContain("<script").doesNotContain("<b>");
        assertThat(all("&lt;script&gt;alert\\(&#39;x&#39;\\)&lt;/script&gt; &amp; &quot;so&quot; on", page))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void needsNothingBesideIt() {
        assertThat(all("(?i) (src|href|action|data)=|@import|url\\((?!#)|javascript:| on[a-z]+=", page))
                .isEmpty();
        var names = all(" id=\"[^\"]+\"", page);
        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    /** Every element that is opened is closed, in order; but for the two of the head that never are. */
    @Test
    void closesWhatItOpens() throws Exception {
        var whole = page.replaceFirst("<!DOCTYPE html>\n", "").replaceAll("<meta [^>]*>", "");

        var parser = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        var document = parser.parse(new InputSource(new StringReader(whole)));

        assertThat(document.getDocumentElement().getNodeName()).isEqualTo("html");
        assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(1);
    }

    @Test
    void givesNumbersWithTheirUncertaintyAndSaysWhatWasNotMeasured() {
        var point = summary.points().get(2);

        assertThat(point.afterRampSeconds()).isEqualTo(10);
        assertThat(page)
                .contains(Amount.of(point.measured(), point.measuredSigma(), "K"))
                .contains("4.000 ± 0.010 mg")
                .contains("<th scope=\"row\">residual field</th><td>not measured</td>".replace("</th><", "</th>\n<"));
        assertThat(page).contains("The thermometry agrees with itself").contains("The model agrees with the trace");
    }

    /** The synthetic temperature is not that of the two wells: the page has to say so, and apart from the thermometry. */
    @Test
    void keepsTheModelApartFromTheThermometry() {
        assertThat(page).containsPattern("The model agrees with the trace</th>\\s*<td>No: ");
    }

    @Test
    void tellsHowToRepeatTheRunWithWhichFiles() {
        assertThat(page)
                .contains("app/bin/fieldfall dry-run first-shot --sample mn12ac-experiment --rig twin --seed 1")
                .contains("SHA-256")
                .contains("barrier: 61.5 K");
    }

    @Test
    void tellsPhasesWithTheirMarksAndTheSafeState() {
        assertThat(page)
                .containsPattern("relax</th>\\s*<td>12\\.8 s</td>\\s*<td>12\\.2 s</td>\\s*<td>100\\.0 s</td>\\s*"
                        + "<td>! marked</td>");
        assertThat(page).contains("to 0 A at 1 T/s, output off").contains("0 A, output off");
        assertThat(page).contains("relax MARKED after 12.2 s of at most 100 s: stopped on time");
    }

    @Test
    void showsAFaultAndAnInstrumentThatWasNotSeenSafe() {
        var stored = SyntheticRun.under(folder)
                .started("2026-11-23T08:00:00Z")
                .ended(EndStatus.FAILED)
                .write(
                        new PhaseStarted(4, "prepare", 60),
                        new GuardTripped(6, "field", 1.3, 1.2, "T", "the run ends"),
                        new PhaseEnded(6, "prepare", Quality.FAILED, "guard on field"),
                        new SafeStateStep(9, "heat switch", "give up", "NOT SEEN", false),
                        new RunEnded(9, "failed", false, "guard on field"));

        var failed = page(stored);

        assertThat(failed)
                .contains("! NOT EVERY INSTRUMENT WAS SEEN SAFE")
                .contains("GUARD on field tripped: 1.3 T, limit 1.2 T")
                .contains("<td>! NO</td>")
                .contains("Not judged")
                .doesNotContain("<figure>")
                .doesNotContain("NaN");
    }

    @Test
    void saysWhereTheRecordOfAKilledRunEnds() {
        var stored = SyntheticRun.under(folder)
                .started("2026-11-24T08:00:00Z")
                .ended(EndStatus.UNKNOWN)
                .write(new PhaseStarted(4, "prepare", 60));

        assertThat(page(stored))
                .contains("the record ends in it")
                .contains("nothing proves that the rig was left safe")
                .doesNotContain("NaN");
    }
}
