package org.fieldfall.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;
import org.fieldfall.app.campaign.CampaignListener;
import org.fieldfall.app.campaign.CampaignPlan;
import org.fieldfall.app.campaign.CampaignShot;
import org.fieldfall.app.campaign.OpenCampaign;
import org.fieldfall.app.campaign.Performed;
import org.fieldfall.app.campaign.Standing;
import org.fieldfall.app.store.CampaignEvent;
import org.fieldfall.app.store.CampaignEvent.ShotBegun;
import org.fieldfall.app.store.CampaignEvent.ShotEnded;
import org.fieldfall.app.store.CampaignEvent.Stopped;
import org.fieldfall.protocols.instrument.Figure;

/** Tells a campaign line by line: which shot of how many, what it came to, what is left. */
final class CampaignLines implements CampaignListener {

    private final PrintWriter out;
    private final CampaignPlan plan;

    CampaignLines(PrintWriter out, CampaignPlan plan) {
        this.out = out;
        this.plan = plan;
    }

    void begin(OpenCampaign campaign, Standing standing) {
        line(
                "%s  campaign %s: %d shots of %s on %s, seed %d",
                campaign.head().source().name(),
                campaign.folder().name(),
                standing.shots(),
                campaign.experiment().sample().name(),
                campaign.experiment().rig().name(),
                campaign.head().seed());
        line("record: %s", campaign.folder().path());
        campaign.folder().log().read().unreadable().forEach(torn -> line("torn: %s", torn));
        if (!standing.events().isEmpty()) {
            line(
                    "resumed from shot %d: %d done, %d skipped; protocol, sample, rig and tables as its record keeps them,"
                            + " whatever the files say today",
                    standing.next().orElse(standing.shots()), standing.counted(), standing.skipped());
        }
    }

    @Override
    public void told(CampaignEvent event, Outlook outlook) {
        if (event instanceof ShotBegun begun) {
            CampaignShot shot = plan.shot(begun.shot());
            line(
                    "shot %d of %d%s: %s, seed %d; %s to go%s",
                    begun.shot(),
                    outlook.shots(),
                    begun.attempt() == 1 ? "" : Figure.text(" (attempt %d)", begun.attempt()),
                    shot.words(),
                    begun.seed(),
                    hours(outlook.secondsLeft()),
                    outlook.budgetLeftSeconds().isPresent()
                            ? ", " + hours(outlook.budgetLeftSeconds().getAsDouble()) + " of the budget left"
                            : "");
        } else if (event instanceof ShotEnded ended) {
            line(
                    "shot %d of %d %s: %s%s; %s%s",
                    ended.shot(),
                    outlook.shots(),
                    meaning(ended),
                    ended.status().name().toLowerCase(Locale.ROOT),
                    ended.quality().equals("unknown") ? "" : ", data " + ended.quality(),
                    figure(ended),
                    ended.runFolder().isEmpty() ? "no record" : ended.runFolder());
        } else if (event instanceof Stopped stopped) {
            line("campaign %s: %s", stopped.status().replace('-', ' '), stopped.why());
        }
    }

    static String meaning(ShotEnded ended) {
        return switch (ended.then()) {
            case COUNTED -> "done";
            case SET_ASIDE -> "set aside for its marks, to be repeated";
            case AGAIN -> "failed, to be repeated";
            case SKIPPED -> "failed and skipped";
            case STOPPED -> "not done, the campaign stops";
            case BROKEN -> "was broken off, to be done again";
        };
    }

    private static String figure(ShotEnded ended) {
        OptionalDouble delta = Performed.deltaKelvin(ended.figures());
        if (delta.isPresent()) {
            return Figure.text(
                    "ΔT %+.4f ± %.4f K at 10 s; ",
                    delta.getAsDouble(),
                    Performed.deltaSigmaKelvin(ended.figures()).orElse(Double.NaN));
        }
        return ended.verdict().isEmpty() ? ended.why() + "; " : "";
    }

    /** Of rig time. */
    static String hours(double seconds) {
        return Math.abs(seconds) < 7200 ? Figure.text("%.0f min", seconds / 60) : Figure.text("%.1f h", seconds / 3600);
    }

    private void line(String format, Object... values) {
        out.println(Figure.text(format, values));
    }
}
