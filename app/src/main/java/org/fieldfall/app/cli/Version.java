package org.fieldfall.app.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar this runs from, and the Java it runs on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"fieldfall " + fieldfall() + " (Java " + Runtime.version() + ")"};
    }

    static String fieldfall() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
