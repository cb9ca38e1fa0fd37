package org.fieldfall.app.run;

import org.fieldfall.protocols.fieldquench.Shot;
import org.fieldfall.protocols.fieldquench.ShotPlan;

/**
 * One shot of a protocol with its plan.
 *
 * @param number from 1
 */
public record PlannedShot(int number, Shot shot, ShotPlan plan) {}
