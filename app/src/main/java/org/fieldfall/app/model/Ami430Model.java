package org.fieldfall.app.model;

import static org.fieldfall.app.config.Check.NOT_NEGATIVE;
import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.protocols.instrument.Figure.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.RigConfig.BiasMagnetRole;
import org.fieldfall.app.config.Role;
import org.fieldfall.app.config.Section;
import org.fieldfall.drivers.ami430.Ami430;
import org.fieldfall.drivers.ami430.AmiSettings;
import org.fieldfall.drivers.ami430.AmiSetup;
import org.fieldfall.protocols.instrument.BiasMagnet;

/** AMI Model 430 on its TCP port, which greets at 7180 and does not at 7185. */
public final class Ami430Model implements Model {

    /** Older hardware takes four commands a second. */
    private static final double GAP_SECONDS = 0.25;

    @Override
    public String driver() {
        return "ami-430";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Settings read(Section at) {
        return new Settings(
                at.quantity("coil-constant", Measure.FIELD_PER_CURRENT, POSITIVE),
                at.quantity("gap", Measure.DURATION, NOT_NEGATIVE, GAP_SECONDS));
    }

    /**
     * What the section says.
     *
     * @param teslaPerAmpere the coil constant that the programmer has to be set to
     * @param gapSeconds from one command to the next, at least
     */
    public record Settings(double teslaPerAmpere, double gapSeconds) implements BiasMagnetOffer {

        private static final double SAME_SHARE = 1e-3;

        @Override
        public Optional<Twin> twin() {
            return Optional.of(new Twin(0, 0));
        }

        @Override
        public BiasMagnet.Capability biasCapability(BiasMagnetRole role) {
            return Ami430.capability(ami(role, Duration.ofSeconds(1)));
        }

        @Override
        public Ami430 biasMagnet(OpenBox box, BiasMagnetRole role) {
            return box.driver(
                    Ami430.class, line -> new Ami430(line, ami(role, box.place().replyWithin())));
        }

        private AmiSettings ami(BiasMagnetRole role, Duration replyWithin) {
            return new AmiSettings(
                    teslaPerAmpere, role.maxTesla(), role.teslaPerSecond(), Place.seconds(gapSeconds), replyWithin);
        }

        @Override
        public List<Finding> inspect(Role role, OpenBox box, Duration within) {
            BiasMagnetRole filled = box.place().rig().roles().biasMagnet().orElseThrow();
            AmiSetup found = biasMagnet(box, filled).measureSetup(within);
            return List.of(
                    Finding.of(
                            "constant",
                            text("%g T/A", found.teslaPerAmpere()),
                            text("coil-constant %g T/A", teslaPerAmpere),
                            Math.abs(found.teslaPerAmpere() - teslaPerAmpere) <= SAME_SHARE * teslaPerAmpere),
                    Finding.of(
                            "limit",
                            text("%g T", found.limitTesla()),
                            text("at least roles.bias-magnet.max-field, %g T", filled.maxTesla()),
                            found.limitTesla() >= filled.maxTesla()),
                    Finding.of("switch", found.hasSwitch() ? "a persistent one" : "none", "", true));
        }
    }
}
