package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.campaign.CampaignPlan;
import org.fieldfall.app.config.Kind;
import org.fieldfall.app.config.ProtocolConfig;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.drivers.calibration.CalibrationFormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads configuration files and says what is wrong with them. */
@Command(
        name = "validate",
        description = "Read configuration files by the schema they name and report every problem of all of them.")
final class Validate implements Action {

    private final Desk desk;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A sample, rig or protocol file.")
    private List<Path> files = new ArrayList<>();

    Validate(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        var kinds = desk.configs().validate(files);
        refuseCalibrations(kinds);
        for (int i = 0; i < kinds.size(); i++) {
            desk.out().println(files.get(i) + ": ok, a " + kinds.get(i).word());
            if (kinds.get(i) == Kind.SAMPLE) {
                remarks(files.get(i)).forEach(remark -> desk.out().println("  remark: " + remark));
            } else if (kinds.get(i) == Kind.PROTOCOL) {
                campaign(files.get(i)).ifPresent(said -> desk.out().println("  " + said));
            }
        }
        return ExitCode.SUCCESS;
    }

    private List<String> remarks(Path sample) {
        // A bare name would be looked for on the shelves.
        return desk.configs().sample(Path.of(".").resolve(sample).toString()).remarks();
    }

    private Optional<String> campaign(Path file) {
        // A bare name would be looked for on the shelves.
        ProtocolConfig protocol =
                desk.configs().protocol(Path.of(".").resolve(file).toString());
        return protocol.campaign()
                .map(campaign -> "a campaign of "
                        + CampaignPlan.of(protocol, campaign.seed()).shots().size() + " shots");
    }

    /** A rig's calibration is a file of its own, which no run and no check can do without. */
    private void refuseCalibrations(List<Kind> kinds) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i) == Kind.RIG) {
                problems.addAll(calibrationProblems(files.get(i)));
            }
        }
        if (!problems.isEmpty()) {
            throw new CalibrationFormatException(problems);
        }
    }

    private List<String> calibrationProblems(Path rig) {
        try {
            // A bare name would be looked for on the shelves.
            var unused = OpenRig.calibration(
                    desk.configs().rig(Path.of(".").resolve(rig).toString()));
            return List.of();
        } catch (CalibrationFormatException e) {
            return e.problems();
        }
    }
}
