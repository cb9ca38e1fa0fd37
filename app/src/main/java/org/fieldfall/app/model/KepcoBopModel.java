package org.fieldfall.app.model;

import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.protocols.instrument.Figure.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.Role;
import org.fieldfall.app.config.Section;
import org.fieldfall.drivers.kepco.BopLimits;
import org.fieldfall.drivers.kepco.BopSettings;
import org.fieldfall.drivers.kepco.KepcoBop;
import org.fieldfall.drivers.transport.SerialSettings;
import org.fieldfall.protocols.instrument.SupplyCapability;

/** Kepco BOP with BIT 4886 card on a serial line of 8 data bits, no parity, 1 stop bit. */
public final class KepcoBopModel implements Model {

    @Override
    public String driver() {
        return "kepco-bop";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Settings read(Section at) {
        return new Settings(
                SerialKeys.withFlowControl(at),
                at.quantity("compliance", Measure.VOLTAGE, POSITIVE),
                at.quantity("max-current", Measure.CURRENT, POSITIVE));
    }

    /** @param complianceVolts voltage limit in current mode */
    public record Settings(SerialKeys line, double complianceVolts, double maxAmperes) implements FieldSupplyOffer {

        @Override
        public SerialSettings serial() {
            return line.settings();
        }

        @Override
        public Optional<Twin> twin() {
            return Optional.of(new Twin(line.baud(), 0));
        }

        @Override
        public SupplyCapability supplyCapability(Place place) {
            return KepcoBop.capability(bop(place));
        }

        @Override
        public KepcoBop fieldSupply(OpenBox box) {
            return box.driver(KepcoBop.class, open -> new KepcoBop(open, bop(box.place())));
        }

        private BopSettings bop(Place place) {
            RigConfig rig = place.rig();
            return new BopSettings(
                    rig.coil().teslaPerAmpere().value(),
                    maxAmperes,
                    complianceVolts,
                    rig.coil().henry(),
                    rig.coil().ohm(),
                    rig.limits().fieldTesla(),
                    rig.limits().rateTeslaPerSecond(),
                    line.baud(),
                    place.replyWithin());
        }

        @Override
        public List<Finding> inspect(Role role, OpenBox box, Duration within) {
            BopLimits found = fieldSupply(box).measureLimits(within);
            return List.of(Finding.of(
                    "its limits",
                    text("%g A, %g V", found.amperes(), found.volts()),
                    text("at least max-current %g A, compliance %g V", maxAmperes, complianceVolts),
                    found.amperes() >= maxAmperes && found.volts() >= complianceVolts));
        }
    }
}
