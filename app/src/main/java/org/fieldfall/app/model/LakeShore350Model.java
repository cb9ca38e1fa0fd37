package org.fieldfall.app.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fieldfall.app.config.RigConfig.BathRole;
import org.fieldfall.app.config.RigConfig.SampleHeaterRole;
import org.fieldfall.app.config.Role;
import org.fieldfall.app.config.Section;
import org.fieldfall.drivers.lakeshore350.Family;
import org.fieldfall.drivers.lakeshore350.FrontPanel;
import org.fieldfall.drivers.lakeshore350.HeaterSettings;
import org.fieldfall.drivers.lakeshore350.LakeShore350;
import org.fieldfall.drivers.transport.SerialSettings;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.SampleHeater;

/**
 * Lake Shore 350: bath, and sample heater on another output. A real one talks with 7 data bits and odd parity.
 *
 * <p>All four outputs can be the loop's; a small known current comes from the second.
 */
public final class LakeShore350Model implements Model {

    private static final Ports LOOPS = new Ports(List.of("A", "B", "C", "D"), List.of(1, 2, 3, 4));
    private static final Ports CURRENTS = new Ports(List.of(), List.of(2));

    @Override
    public String driver() {
        return "lakeshore-350";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Set<Role> together() {
        return Set.of(Role.BATH, Role.SAMPLE_HEATER);
    }

    @Override
    public Ports ports(Role role) {
        return role == Role.BATH ? LOOPS : CURRENTS;
    }

    @Override
    public Optional<String> whyNot(Role role) {
        return LakeShoreBath.whyNot(role);
    }

    @Override
    public Settings read(Section at) {
        return new Settings(SerialKeys.framed(at));
    }

    /** What the section says. */
    public record Settings(SerialKeys line) implements BathOffer, SampleHeaterOffer {

        private static final LakeShoreBath FAMILY = new LakeShoreBath(Family.MODEL_350);

        /** Current accuracy of the second output; the stated spread of the resistance comes on top. */
        private static final double OUTPUT_RELATIVE_SIGMA = 0.004;

        @Override
        public SerialSettings serial() {
            return line.settings();
        }

        @Override
        public Optional<Twin> twin() {
            return Optional.of(new Twin(line.baud(), 0));
        }

        @Override
        public Bath bath(OpenBox box, BathRole role) {
            return FAMILY.bath(box, role);
        }

        @Override
        public SampleHeater.Capability heaterCapability(SampleHeaterRole role) {
            return LakeShore350.heaterCapability(heater(role));
        }

        @Override
        public SampleHeater sampleHeater(OpenBox box, SampleHeaterRole role) {
            return FAMILY.box(box).heater(heater(role));
        }

        private static HeaterSettings heater(SampleHeaterRole role) {
            double relative = Math.hypot(OUTPUT_RELATIVE_SIGMA, role.ohm().relativeSigma());
            return new HeaterSettings(role.output(), role.ohm().value(), role.maxAmperes(), relative);
        }

        @Override
        public List<Finding> inspect(Role role, OpenBox box, Duration within) {
            var roles = box.place().rig().roles();
            return role == Role.BATH
                    ? FAMILY.inspect(roles.bath().orElseThrow(), box, within)
                    : List.of(heater(FAMILY.box(box)
                            .frontPanel()
                            .heater(roles.sampleHeater().orElseThrow().output(), within)));
        }

        private static Finding heater(FrontPanel.HeaterSetup found) {
            return Finding.of(
                    "its setup",
                    found.text(),
                    "1 as the last number (output shown as current), no user limit below 0.1 A",
                    found.isInFullCurrents());
        }
    }
}
