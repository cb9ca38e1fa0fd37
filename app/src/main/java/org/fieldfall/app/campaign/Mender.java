package org.fieldfall.app.campaign;

import org.fieldfall.app.store.CampaignEvent.ShotBegun;

/** Looks at what is left of an attempt whose process was killed, and brings it to order. */
@FunctionalInterface
public interface Mender {

    /** What it turned out to be: a run that had ended after all, or one that was broken off. */
    Performed mend(ShotBegun begun);
}
