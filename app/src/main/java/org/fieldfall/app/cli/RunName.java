package org.fieldfall.app.cli;

import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.RunFolder;

/** How a stored run is called on the terminal: where its readings come from always goes first. */
final class RunName {

    private static final int TO_THE_MINUTE = 16;

    private RunName() {}

    static String of(Manifest manifest) {
        return manifest.run().source().name() + "  run " + manifest.run().number() + " ("
                + RunFolder.shortId(manifest.run().id()) + ") of "
                + minute(manifest.run().started().toString()) + " UTC";
    }

    /** @param instant in ISO 8601 */
    static String minute(String instant) {
        return instant.substring(0, Math.min(TO_THE_MINUTE, instant.length())).replace('T', ' ');
    }
}
