package org.fieldfall.app.model;

import java.util.Set;
import org.fieldfall.app.config.InstrumentKind;
import org.fieldfall.app.config.Role;
import org.fieldfall.app.config.Section;

/**
 * An instrument model in one place: its driver's word, the keys of its section in a rig file, and by the type of its settings
 * the roles it can fill.
 */
public interface Model extends InstrumentKind {

    /** The type of its settings: an offer for each role. */
    Class<? extends ModelSettings> settings();

    @Override
    ModelSettings read(Section at);

    @Override
    default Set<Role> roles() {
        return Offers.of(settings());
    }
}
