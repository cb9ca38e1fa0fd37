/**
 * Many runs of a shot each: a grid of settings as a list of numbered shots, performed one after another, taken up again
 * wherever a kill has left it.
 *
 * <p>{@link org.fieldfall.app.campaign.CampaignPlan} says which shots there are and never changes its mind; {@link
 * org.fieldfall.app.campaign.Standing} says from the record which of them are done; {@link
 * org.fieldfall.app.campaign.Campaign} does the rest. Prints nothing. Opens onto {@code config}, {@code sample}, {@code rig},
 * {@code run} and {@code store}.
 */
@NullMarked
package org.fieldfall.app.campaign;

import org.jspecify.annotations.NullMarked;
