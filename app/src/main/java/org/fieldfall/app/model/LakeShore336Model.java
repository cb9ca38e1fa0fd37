package org.fieldfall.app.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fieldfall.app.config.RigConfig.AuxiliaryRole;
import org.fieldfall.app.config.RigConfig.BathRole;
import org.fieldfall.app.config.Role;
import org.fieldfall.app.config.Section;
import org.fieldfall.drivers.lakeshore350.Family;
import org.fieldfall.drivers.transport.SerialSettings;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.Bath;

/** Lake Shore 336: bath, and references on its other inputs. */
public final class LakeShore336Model implements Model {

    private static final Ports LOOPS = new Ports(List.of("A", "B", "C", "D"), List.of(1, 2, 3, 4));

    @Override
    public String driver() {
        return "lakeshore-336";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Set<Role> together() {
        return Set.of(Role.BATH, Role.AUXILIARY);
    }

    @Override
    public Ports ports(Role role) {
        return role == Role.BATH ? LOOPS : Ports.NONE;
    }

    @Override
    public Optional<String> whyNot(Role role) {
        return LakeShoreBath.whyNot(role);
    }

    @Override
    public Optional<String> question(String query) {
        return LakeShoreBath.question(query, LOOPS.inputs());
    }

    @Override
    public Settings read(Section at) {
        return new Settings(SerialKeys.framed(at));
    }

    /** What the section says. */
    public record Settings(SerialKeys line) implements BathOffer, AuxiliaryOffer {

        private static final LakeShoreBath FAMILY = new LakeShoreBath(Family.MODEL_336);

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
        public AuxiliaryChannel auxiliary(OpenBox box, AuxiliaryRole role) {
            return FAMILY.reference(box, role);
        }

        @Override
        public List<Finding> inspect(Role role, OpenBox box, Duration within) {
            return role == Role.BATH
                    ? FAMILY.inspect(box.place().rig().roles().bath().orElseThrow(), box, within)
                    : List.of();
        }
    }
}
