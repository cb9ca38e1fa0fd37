package org.fieldfall.app.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.RigText;
import org.fieldfall.simulator.VirtualRig;

/**
 * The shipped twin on real pseudo-terminals and sockets, whose plugs can be pulled and put back, and a rig file that names
 * its lines as those of any rig. Its serial lines keep their names, as udev's links do.
 */
public final class LooseRig implements AutoCloseable {

    private static final Path HOME = Path.of("..");

    private final VirtualRig twin;
    private final Path file;

    private LooseRig(VirtualRig twin, Path file) {
        this.twin = twin;
        this.file = file;
    }

    /** @param folder takes the rig file and the links */
    public static LooseRig start(Path folder, long seed) throws IOException {
        var configs = Configs.of(HOME, Optional.empty());
        var rig = configs.rig("twin");
        var settings = TwinOf.settings(
                rig,
                configs.sample("mn12ac-experiment"),
                OpenRig.calibration(rig).curve());
        var twin = VirtualRig.start(settings, seed, folder);
        var resources = new HashMap<String, String>();
        rig.roles()
                .instruments()
                .forEach((role, instrument) ->
                        resources.put(instrument, twin.resources().get(role)));
        var text = RigText.on(rig, resources);
        return new LooseRig(twin, Files.writeString(folder.resolve("loose-rig.yaml"), text));
    }

    public Path file() {
        return file;
    }

    public void unplug(String role) {
        twin.unplug(role);
    }

    public void plug(String role) {
        twin.plug(role);
    }

    public void silence(String role, boolean isSilent) {
        twin.silence(role, isSilent);
    }

    @Override
    public void close() {
        twin.close();
    }
}
