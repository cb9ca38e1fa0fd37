package org.fieldfall.app.cli;

import java.time.InstantSource;
import java.util.Optional;
import org.fieldfall.app.campaign.Campaign;
import org.fieldfall.app.campaign.ExecutedShots;
import org.fieldfall.app.campaign.LeftRuns;
import org.fieldfall.app.campaign.OpenCampaign;
import org.fieldfall.app.campaign.ShotControls;
import org.fieldfall.app.campaign.StoredCampaigns;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.store.CampaignEvent.Stopped;
import org.fieldfall.app.store.CampaignFolder;
import org.fieldfall.app.store.CampaignHead;
import org.fieldfall.app.store.Source;

/** What {@code run} and {@code dry-run} share where a protocol is a campaign. */
final class Campaigns {

    /** Which of the two commands it is. */
    enum Place {
        RIG("fieldfall run"),
        SIMULATOR("fieldfall dry-run");

        private final String command;

        Place(String command) {
            this.command = command;
        }
    }

    private final Desk desk;
    private final RunOptions options;
    private final Speed speed;

    Campaigns(Desk desk, RunOptions options, Speed speed) {
        this.desk = desk;
        this.options = options;
        this.speed = speed;
    }

    ExitCode begin(Experiment experiment, long seed) {
        refuseCapture();
        try (OpenCampaign campaign = OpenCampaign.begin(
                experiment, seed, speed, options.runs(), options.operator(), options.note(), InstantSource.system())) {
            return perform(campaign);
        }
    }

    ExitCode resume(String asked, Place place) {
        refuseCapture();
        CampaignFolder folder = new StoredCampaigns(options.runs()).find(asked);
        CampaignHead head = CampaignHead.read(folder.head());
        Place due = head.source() == Source.SIMULATOR ? Place.SIMULATOR : Place.RIG;
        if (place != due) {
            throw new UsageException("--resume: campaign " + folder.name() + " is one of the "
                    + (due == Place.RIG ? "rig" : "simulator") + "; go on with it by '" + due.command + " --resume'");
        }
        try (OpenCampaign campaign = OpenCampaign.resume(folder)) {
            return perform(campaign);
        }
    }

    private void refuseCapture() {
        if (options.capture().isAsked()) {
            throw new UsageException("--capture-wire: a capture is of one run, it does not go with a campaign");
        }
    }

    private ExitCode perform(OpenCampaign open) {
        CampaignLines lines = new CampaignLines(options.isJson() ? desk.err() : desk.out(), open.plan());
        InstantSource wall = InstantSource.system();
        Campaign campaign = new Campaign(
                open.plan(), open.config(), open::plannedSeconds, open.folder().log(), wall, lines);
        if (campaign.standing().next().isEmpty()) {
            throw new UsageException("--resume: every shot of campaign "
                    + open.folder().name() + " is done; look at it with 'fieldfall review campaign'");
        }
        lines.begin(open, campaign.standing());
        ShotControls controls = new ShotControls();
        StopSignals.press(
                controls::stop, controls::emergency, words -> desk.err().println(words));
        ExecutedShots shots = new ExecutedShots(
                open,
                speed,
                options.operator(),
                options.note(),
                controls,
                new ShotProgress(desk.err()),
                wall,
                Derived.FILES,
                desk.leases());
        Stopped stopped = campaign.perform(
                options.operator(), shots, new LeftRuns(open.folder(), wall, Derived.FILES), controls::isStopped);
        CampaignTable table = new CampaignTable(desk.out(), open.folder());
        if (options.isJson()) {
            table.printJson();
        } else {
            table.print();
        }
        return code(stopped, campaign, shots);
    }

    private static ExitCode code(Stopped stopped, Campaign campaign, ExecutedShots shots) {
        return switch (stopped.status()) {
            case Campaign.COMPLETE -> campaign.standing().skipped() == 0 ? ExitCode.SUCCESS : ExitCode.FAILED;
            case Campaign.OUT_OF_BUDGET -> ExitCode.SUCCESS;
            default -> {
                ExitCode ofShot = shots.unopened()
                        .map(Failures::code)
                        .or(() -> shots.lastEnd().map(Shots::code))
                        .orElse(ExitCode.OPERATOR);
                Optional<ExitCode> unrecorded = Optional.of(ExitCode.FAILED).filter(code -> ofShot == ExitCode.SUCCESS);
                yield unrecorded.orElse(ofShot);
            }
        };
    }
}
