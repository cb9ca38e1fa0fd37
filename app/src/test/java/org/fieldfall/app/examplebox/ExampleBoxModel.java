package org.fieldfall.app.examplebox;

import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.protocols.instrument.Figure.text;

import java.time.Duration;
import java.util.List;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.RigConfig.ExcitationRole;
import org.fieldfall.app.config.Role;
import org.fieldfall.app.config.Section;
import org.fieldfall.app.model.ExcitationOffer;
import org.fieldfall.app.model.Finding;
import org.fieldfall.app.model.Model;
import org.fieldfall.app.model.OpenBox;
import org.fieldfall.protocols.instrument.Excitation;

/** What the example box is to the rest of fieldfall. */
public final class ExampleBoxModel implements Model {

    @Override
    public String driver() {
        return "example-box";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Settings read(Section at) {
        return new Settings(at.quantity("headroom", Measure.VOLTAGE, POSITIVE));
    }

    /** @param headroomVolts that the sensor needs */
    public record Settings(double headroomVolts) implements ExcitationOffer {

        @Override
        public Excitation excitation(OpenBox box, ExcitationRole role) {
            return driver(box, role);
        }

        private static ExampleBox driver(OpenBox box, ExcitationRole role) {
            var capability = new Excitation.Capability(role.maxAmperes(), 0);
            return box.driver(
                    ExampleBox.class,
                    line -> new ExampleBox(line, capability, box.place().replyWithin()));
        }

        @Override
        public List<Finding> inspect(Role role, OpenBox box, Duration within) {
            var filled = box.place().rig().roles().excitation().orElseThrow();
            double found = driver(box, filled).measureVolts(within);
            return List.of(Finding.of(
                    "its voltage", text("%g V", found), text("at least %g V", headroomVolts), found >= headroomVolts));
        }
    }
}
