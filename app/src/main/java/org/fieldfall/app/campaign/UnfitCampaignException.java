package org.fieldfall.app.campaign;

/** What was asked for names no campaign, or one that cannot be begun or gone on with; the message says why. */
public final class UnfitCampaignException extends RuntimeException {
    UnfitCampaignException(String message) {
        super(message);
    }
}
