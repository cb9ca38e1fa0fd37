package org.fieldfall.app.rig;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.fieldfall.app.model.Finding;
import org.fieldfall.protocols.instrument.Identity;

/** A role whose instrument is there to be asked, by questions that change nothing. */
interface RoleCheck {

    Identity identify(Duration within);

    /** What it reads now, for its user to judge; empty where no question tells without a change. */
    List<Finding> readings(Duration within);

    static RoleCheck of(Function<Duration, Identity> identify, Function<Duration, List<Finding>> readings) {
        return new RoleCheck() {
            @Override
            public Identity identify(Duration within) {
                return identify.apply(within);
            }

            @Override
            public List<Finding> readings(Duration within) {
                return readings.apply(within);
            }
        };
    }
}
