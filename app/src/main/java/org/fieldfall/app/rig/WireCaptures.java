package org.fieldfall.app.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.RigText;
import org.fieldfall.drivers.transport.Capture;
import org.fieldfall.drivers.transport.Opener;
import org.fieldfall.drivers.transport.WireClock;

/**
 * A folder with all that is said on a rig's lines: {@code <instrument>.wire} for each, and {@code replay.yaml}, the rig
 * file in which the captures stand for the instruments.
 */
public final class WireCaptures implements AutoCloseable {

    private final Path folder;
    private final List<Capture> open = new ArrayList<>();

    private WireCaptures(Path folder) {
        this.folder = folder;
    }

    /** @param folder new or empty: a capture is of one run */
    public static WireCaptures in(Path folder, RigConfig rig) {
        Path whole = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(whole);
            Files.writeString(whole.resolve("replay.yaml"), replayed(whole, rig), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WireCaptures(whole);
    }

    private static String replayed(Path folder, RigConfig rig) {
        Map<String, String> resources = new LinkedHashMap<>();
        rig.instruments()
                .keySet()
                .forEach(name ->
                        resources.put(name, RigConfig.Instrument.REPLAY + folder.relativize(file(folder, name))));
        return RigText.replayed(rig, resources);
    }

    private static Path file(Path folder, String instrument) {
        return folder.resolve(instrument.replaceAll("[^A-Za-z0-9.-]", "_") + ".wire");
    }

    Opener around(String instrument, Opener opener) {
        Capture capture = Capture.appendTo(file(folder, instrument), WireClock.system());
        open.add(capture);
        return capture.around(opener);
    }

    @Override
    public void close() {
        open.forEach(Capture::close);
    }
}
