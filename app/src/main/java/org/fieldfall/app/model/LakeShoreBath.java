package org.fieldfall.app.model;

import static org.fieldfall.protocols.instrument.Figure.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.RigConfig.AuxiliaryRole;
import org.fieldfall.app.config.RigConfig.BathRole;
import org.fieldfall.app.config.RigConfig.Limits;
import org.fieldfall.app.config.Role;
import org.fieldfall.drivers.lakeshore350.BathSettings;
import org.fieldfall.drivers.lakeshore350.Family;
import org.fieldfall.drivers.lakeshore350.FrontPanel;
import org.fieldfall.drivers.lakeshore350.LakeShore350;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.Bath;

/** What the Lake Shore controllers have in common as baths and references. */
record LakeShoreBath(Family family) {

    private static final String QUESTION = "KRDG?";

    LakeShore350 box(OpenBox box) {
        return box.driver(
                LakeShore350.class,
                line -> new LakeShore350(line, family, box.place().replyWithin()));
    }

    Bath bath(OpenBox box, BathRole role) {
        Limits limits = box.place().rig().limits();
        return box(box).bath(new BathSettings(
                role.input(),
                role.output(),
                limits.kelvin().from(),
                limits.kelvin().to()));
    }

    /** @param role whose question names the input, as {@code KRDG? B} */
    AuxiliaryChannel reference(OpenBox box, AuxiliaryRole role) {
        return box(box).reference(role.name(), input(role.query()));
    }

    /** Why none of them is what a shot reads the sample by; empty for other roles. */
    static Optional<String> whyNot(Role role) {
        return role == Role.SAMPLE_THERMOMETER
                ? Optional.of(
                        "its inputs give at most ten readings a second and no memory of them: too slow for a sweep, so it"
                                + " is bath and reference only")
                : Optional.empty();
    }

    /** What is wrong with an auxiliary channel's question; empty if nothing is. */
    static Optional<String> question(String query, List<String> inputs) {
        return inputs.contains(input(query))
                ? Optional.empty()
                : Optional.of("KRDG? and an input of " + String.join(", ", inputs));
    }

    /** The input that a question for kelvin names; empty for another question. */
    static String input(String query) {
        String asked = query.strip();
        return asked.startsWith(QUESTION) ? asked.substring(QUESTION.length()).strip() : "";
    }

    List<Finding> inspect(BathRole role, OpenBox box, Duration within) {
        FrontPanel panel = box(box).frontPanel();
        return List.of(
                curve(
                        panel.curve(role.input(), within),
                        box.place().rig().limits().kelvin().to()),
                loop(panel.mode(role.output(), within), role));
    }

    private static Finding curve(FrontPanel.Curve found, double due) {
        return Finding.of(
                "its curve",
                found.number() == 0
                        ? "none"
                        : text("%d %s %s to %g K", found.number(), found.name(), found.serial(), found.limitKelvin()),
                text("one to %g K or more for limits.temperature", due),
                found.limitKelvin() >= due);
    }

    private Finding loop(FrontPanel.Mode found, BathRole role) {
        return Finding.of(
                "its loop",
                text("output %d in mode %d on input %s", role.output(), found.mode(), found.input()),
                text("mode %s on input %s", family == Family.MODEL_372 ? "5 or 3" : "1 or 2", role.input()),
                found.isLoopOn(role.input()));
    }
}
