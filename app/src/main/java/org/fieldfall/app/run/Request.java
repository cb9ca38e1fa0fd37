package org.fieldfall.app.run;

import java.nio.file.Path;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.rig.Speed;

/**
 * What shall be executed.
 *
 * @param seed draws a simulated rig's systematics and noise
 * @param runs folder under which the run's own folder is made
 * @param who operator
 * @param why note
 */
public record Request(Experiment experiment, long seed, Speed speed, Path runs, String who, String why) {}
