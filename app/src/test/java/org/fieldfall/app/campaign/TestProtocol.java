package org.fieldfall.app.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.ProtocolConfig;

/** The shipped first shot as a campaign. */
final class TestProtocol {

    private static final Path SHIPPED = Path.of("..", "config", "protocols", "first-shot.yaml");

    private TestProtocol() {}

    /** @param section of the campaign, in braces */
    static ProtocolConfig campaign(Path folder, String section) {
        try {
            var file = folder.resolve("campaign.yaml");
            Files.writeString(file, Files.readString(SHIPPED) + "\ncampaign: " + section + "\n");
            return Configs.of(folder, Optional.empty()).protocol(file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
