package org.fieldfall.app.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.guard.Lease;
import org.fieldfall.app.guard.Watchkeeping;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.RigCheck;
import org.fieldfall.app.rig.RigReport;
import org.fieldfall.app.rig.SimulatedRig;
import org.fieldfall.app.rig.WireCaptures;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens, identifies and compares every instrument of a rig. */
@Command(
        name = "check",
        description = "Open and identify every instrument of a rig and compare it with the rig file. Changes nothing.",
        footer = {
            "",
            "EXIT CODE: 0 all fits, 1 something does not fit the rig file, 2 the rig file is wrong,",
            "5 an instrument did not answer; all others are checked nevertheless.",
            "For a simulated rig the simulator is started."
        })
final class Check implements Action {

    private static final int MOST_QUESTIONS = 10_000;

    private final Desk desk;

    @Mixin
    private RigOptions options = new RigOptions();

    @Option(
            names = "--questions",
            paramLabel = "N",
            description = "How often each line is asked, to know its latency (20).")
    private int questions = 20;

    @Mixin
    private CaptureOption capture = new CaptureOption();

    @Option(names = "--json", description = "The report as one JSON object on stdout.")
    private boolean json;

    Check(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() throws IOException {
        if (questions < 1 || questions > MOST_QUESTIONS) {
            throw new UsageException("check: --questions is 1 to " + MOST_QUESTIONS + ", not " + questions);
        }
        RigConfig rig = options.rig(desk.configs());
        CalibrationCurve curve = OpenRig.calibration(rig).curve();
        RigReport report = report(rig, curve);
        if (json) {
            CheckJson.of(report).print(desk.out());
        } else {
            new CheckTable(desk.out()).print(report);
        }
        return switch (report.verdict()) {
            case FITS -> ExitCode.SUCCESS;
            case MISFIT -> ExitCode.FAILED;
            case NO_ANSWER -> ExitCode.NO_ANSWER;
        };
    }

    private RigReport report(RigConfig rig, CalibrationCurve curve) throws IOException {
        Optional<WireCaptures> captures = capture.open(rig);
        try {
            return report(rig, curve, captures);
        } finally {
            captures.ifPresent(WireCaptures::close);
        }
    }

    private RigReport report(RigConfig rig, CalibrationCurve curve, Optional<WireCaptures> captures) {
        RigCheck check = new RigCheck(rig, curve, questions);
        if (!rig.isSimulated()) {
            Lease lease = Watchkeeping.check(desk.leases(), rig, InstantSource.system());
            try {
                return check.perform(Map.of(), captures, this::progress);
            } finally {
                lease.close();
            }
        }
        try (SimulatedRig twin = SimulatedRig.start(rig, options.sample(desk.configs()), curve, options.seed())) {
            return check.perform(twin.resources(), captures, this::progress);
        }
    }

    private void progress(String role) {
        desk.err().println("check " + role);
    }
}
