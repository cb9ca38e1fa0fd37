package org.fieldfall.app.cli;

import org.fieldfall.app.live.page.Numbers;
import org.fieldfall.app.meter.Meters;

/** Meters at the page's server. */
record Scraped(Meters meters) implements Numbers {

    @Override
    public String text() {
        return meters.scrape();
    }

    @Override
    public String contentType() {
        return Meters.CONTENT_TYPE;
    }
}
