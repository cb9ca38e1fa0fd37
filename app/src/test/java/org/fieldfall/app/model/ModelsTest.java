package org.fieldfall.app.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.ServiceLoader;
import java.util.Set;
import org.fieldfall.app.config.InstrumentKind;
import org.fieldfall.app.config.Role;
import org.junit.jupiter.api.Test;

class ModelsTest {

    @Test
    void offersTheRolesThatItsSettingsFill() {
        assertThat(new KepcoBopModel().roles()).containsExactly(Role.FIELD_SUPPLY);
        assertThat(new Keysight34465AModel().roles()).containsExactly(Role.SAMPLE_THERMOMETER, Role.FIELD_MONITOR);
        assertThat(new LakeShore350Model().roles()).containsExactly(Role.BATH, Role.SAMPLE_HEATER);
    }

    @Test
    void oneThatIsFoundFillsEachRole() {
        Set<Role> offered = EnumSet.noneOf(Role.class);

        ServiceLoader.load(InstrumentKind.class).forEach(kind -> offered.addAll(kind.roles()));

        assertThat(offered).containsExactly(Role.values());
    }
}
