package org.fieldfall.app.examplebox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.InstrumentKind;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.simulator.wire.SerialLine;
import org.fieldfall.simulator.wire.SocketLine;

/** The shipped rig of two instruments with an example box as its current source, each something that says its name. */
final class ExampleRig implements AutoCloseable {

    private static final Path HOME = Path.of("..");

    private final Path folder;
    private final Answering box;
    private final SerialLine supply;
    private final SocketLine meter;
    private final SocketLine source;

    /**
     * @param folder for a folder with the rig file and what stands for a jar of its own
     * @param box what is on the line of the current source
     */
    ExampleRig(Path folder, Answering box) throws IOException {
        this.folder = Files.createTempDirectory(folder, "rig");
        this.box = box;
        this.supply = SerialLine.open(
                new Answering("KEPCO,BIT 4886 20-20  01-02-2020,A00001,4.01-1.80"),
                new SerialLine.Wiring(253, 0, false),
                Optional.empty());
        this.meter = SocketLine.open(new Answering("Keysight Technologies,34465A,MY1,A.03.01"), 253);
        this.source = SocketLine.open(box, 80);
    }

    Answering box() {
        return box;
    }

    SocketLine source() {
        return source;
    }

    OpenRig open() {
        var rig = rig(text());
        var sample = Configs.of(HOME, Optional.empty()).sample("mn12ac-experiment");
        return OpenRig.of(rig, sample, OpenRig.calibration(rig).curve(), 1, Speed.AUTO);
    }

    /** The whole rig file. */
    String text() {
        try {
            var config = HOME.resolve("config").toAbsolutePath().normalize();
            return Files.readString(config.resolve("rigs/twin-two-instruments.yaml"))
                    .replace("../calibrations", config.resolve("calibrations").toString())
                    .replace("source: simulator", "source: rig")
                    .replace("reply-deadline: 2 s", "reply-deadline: 0.3 s")
                    .replaceFirst("resource: simulated", "resource: " + supply.resource())
                    .replaceFirst("resource: simulated", "resource: " + meter.resource())
                    .replaceFirst("\nroles:\n", """

                              source:
                                driver: example-box
                                resource: %s
                                headroom: 2 V
                                reply-deadline: 2 s
                            roles:
                              excitation:
                                instrument: source
                                max-current: 1 uA
                            """.formatted(source.resource()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a rig file where the example box is on the class path. */
    RigConfig rig(String text) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var with = new URLClassLoader(new URL[] {services()}, before)) {
            thread.setContextClassLoader(with);
            return Configs.of(HOME, Optional.empty()).rig(written(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Reads a rig file as anybody does who has not heard of the example box. */
    RigConfig rigWithoutTheBox(String text) throws IOException {
        return Configs.of(HOME, Optional.empty()).rig(written(text));
    }

    private String written(String text) throws IOException {
        return Files.writeString(folder.resolve("rig.yaml"), text).toString();
    }

    /** The one line by which a model is found, in a folder of its own as it would be in a jar of its own. */
    private URL services() throws IOException {
        var services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(InstrumentKind.class.getName()), ExampleBoxModel.class.getName() + "\n");
        return folder.toUri().toURL();
    }

    @Override
    public void close() {
        supply.close();
        meter.close();
        source.close();
    }
}
