package org.fieldfall.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads configuration files by name or path. A name is looked for in the {@code config} folder that the naming file is
 * in, then in that of the working directory, then in that of the installation. The drivers that a rig file may name are
 * those that are found when this is made.
 *
 * <p>Every method reads all it needs, then throws one {@link InvalidConfigException} with all that is wrong.
 */
public final class Configs {

    /** Set by the launcher to the folder fieldfall is installed in. */
    public static final String HOME_PROPERTY = "fieldfall.home";

    private final Shelves shelves;
    private final InstrumentKinds kinds;

    private Configs(Shelves shelves, InstrumentKinds kinds) {
        this.shelves = shelves;
        this.kinds = kinds;
    }

    /** For the process's working directory and installation. */
    public static Configs here() {
        return of(
                Path.of(""),
                Optional.ofNullable(System.getProperty(HOME_PROPERTY)).map(Path::of));
    }

    public static Configs of(Path workingDirectory, Optional<Path> home) {
        return new Configs(new Shelves(workingDirectory, home), InstrumentKinds.found());
    }

    public SampleConfig sample(String nameOrPath) {
        return one(nameOrPath, Kind.SAMPLE, SampleReader::read);
    }

    public RigConfig rig(String nameOrPath) {
        return one(nameOrPath, Kind.RIG, at -> RigReader.read(at, kinds));
    }

    public ProtocolConfig protocol(String nameOrPath) {
        return one(nameOrPath, Kind.PROTOCOL, ProtocolReader::read);
    }

    /** How the page is served. */
    public PageConfig page(String path) {
        return one(Path.of(".").resolve(path).toString(), Kind.PAGE, PageReader::read);
    }

    /** Names of the files of one kind on the shelves. */
    public List<String> names(Kind kind) {
        return shelves.names(kind);
    }

    /**
     * A protocol with its sample and rig.
     *
     * @param sample instead of the protocol's own
     * @param rig instead of the protocol's own
     */
    public Experiment experiment(String protocol, Optional<String> sample, Optional<String> rig) {
        var problems = new Problems();
        var experiment = new ExperimentReader(shelves, kinds, problems).read(protocol, sample, rig);
        problems.throwIfAny();
        return experiment.orElseThrow(() -> new IllegalStateException(protocol + ": unread without a problem"));
    }

    /**
     * Several protocols, each with its sample and rig; what several of them name is read once.
     *
     * @param sample instead of the protocols' own
     * @param rig instead of the protocols' own
     */
    public List<Experiment> experiments(List<String> protocols, Optional<String> sample, Optional<String> rig) {
        var problems = new Problems();
        var reader = new ExperimentReader(shelves, kinds, problems);
        var experiments = protocols.stream()
                .map(protocol -> reader.read(protocol, sample, rig))
                .toList();
        problems.throwIfAny();
        return experiments.stream().flatMap(Optional::stream).toList();
    }

    /** What a run was made of, from the texts its record keeps. */
    public static Experiment recorded(ConfigFile protocol, ConfigFile sample, ConfigFile rig) {
        var problems = new Problems();
        var kinds = InstrumentKinds.found();
        var readProtocol = Reading.of(protocol, Kind.PROTOCOL, ProtocolReader::read, problems);
        var readSample = Reading.of(sample, Kind.SAMPLE, SampleReader::read, problems);
        var readRig = Reading.of(rig, Kind.RIG, at -> RigReader.read(at, kinds), problems);
        problems.throwIfAny();
        return new Experiment(readProtocol.orElseThrow(), readSample.orElseThrow(), readRig.orElseThrow());
    }

    /** Every value of a configuration file as it is written, by its path of keys; empty where it is no YAML. */
    public static Map<String, String> settings(ConfigFile file) {
        return YamlTree.read(file, new Problems()).map(Settings::of).orElse(Map.of());
    }

    /** Reads files by their schemas and answers what each is; the sample and rig of a protocol have to be found, too. */
    public List<Kind> validate(List<Path> files) {
        var problems = new Problems();
        var validation = new Validation(shelves, kinds, problems);
        var read = files.stream().map(validation::of).toList();
        problems.throwIfAny();
        return read.stream().flatMap(Optional::stream).toList();
    }

    private <T> T one(String nameOrPath, Kind kind, Function<Section, T> reader) {
        var problems = new Problems();
        var read = shelves.find(nameOrPath, kind, problems).flatMap(file -> Reading.of(file, kind, reader, problems));
        problems.throwIfAny();
        return read.orElseThrow(() -> new IllegalStateException(nameOrPath + ": unread without a problem"));
    }
}
