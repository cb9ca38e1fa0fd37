package org.fieldfall.app.model;

import static org.fieldfall.app.config.Check.POSITIVE;

import java.util.Optional;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.Section;
import org.fieldfall.drivers.fastps.FastPs;
import org.fieldfall.drivers.fastps.FastPsSettings;
import org.fieldfall.protocols.instrument.SupplyCapability;

/** CAEN ELS FAST-PS on its TCP port. */
public final class FastPsModel implements Model {

    @Override
    public String driver() {
        return "caen-fast-ps";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Settings read(Section at) {
        return new Settings(
                at.quantity("compliance", Measure.VOLTAGE, POSITIVE),
                at.quantity("max-current", Measure.CURRENT, POSITIVE));
    }

    /** @param complianceVolts that the supply has to be able to give: its limit is its rating, nothing sets it */
    public record Settings(double complianceVolts, double maxAmperes) implements FieldSupplyOffer {

        @Override
        public Optional<Twin> twin() {
            return Optional.of(new Twin(0, 0));
        }

        @Override
        public SupplyCapability supplyCapability(Place place) {
            return FastPs.capability(fastPs(place));
        }

        @Override
        public FastPs fieldSupply(OpenBox box) {
            return box.driver(FastPs.class, open -> new FastPs(open, fastPs(box.place())));
        }

        private FastPsSettings fastPs(Place place) {
            RigConfig rig = place.rig();
            return new FastPsSettings(
                    rig.coil().teslaPerAmpere().value(),
                    maxAmperes,
                    complianceVolts,
                    rig.coil().henry(),
                    rig.coil().ohm(),
                    rig.limits().fieldTesla(),
                    rig.limits().rateTeslaPerSecond(),
                    place.replyWithin());
        }
    }
}
