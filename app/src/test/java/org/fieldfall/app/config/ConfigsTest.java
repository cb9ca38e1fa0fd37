package org.fieldfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigsTest {

    @TempDir
    Path folder;

    private Path project;
    private Path working;
    private Path home;

    @BeforeEach
    void makeThreePlaces() {
        project = folder.resolve("project");
        working = folder.resolve("working");
        home = folder.resolve("home");
        EditedFile.write(project, "calibrations/cx1050-typical.340", "");
        EditedFile.write(project, "rigs/twin.yaml", "name: twin", "name: twin");
        EditedFile.write(project, "rigs/twin-two-instruments.yaml", "name: twin", "name: twin");
    }

    @Test
    void prefersTheFolderOfTheProtocolToThatOfTheWorkingDirectory() {
        var protocol = EditedFile.write(project, "protocols/first-shot.yaml", "name:", "name:");
        sampleCalled("beside", project);
        sampleCalled("working", working.resolve("config"));

        var experiment = configs().experiment(protocol.toString(), Optional.empty(), Optional.empty());

        assertThat(experiment.sample().name()).isEqualTo("beside");
    }

    @Test
    void prefersTheWorkingDirectoryToTheInstallation() {
        sampleCalled("working", working.resolve("config"));
        sampleCalled("home", home.resolve("config"));

        assertThat(configs().sample("mn12ac-experiment").name()).isEqualTo("working");
    }

    @Test
    void findsInTheInstallationWhatIsNowhereElse() {
        sampleCalled("home", home.resolve("config"));

        assertThat(configs().sample("mn12ac-experiment").name()).isEqualTo("home");
    }

    @Test
    void takesAPathOnTheCommandLineFromTheWorkingDirectory() {
        sampleCalled("working", working);

        assertThat(configs().sample("samples/mn12ac-experiment.yaml").name()).isEqualTo("working");
    }

    @Test
    void takesAPathInAProtocolFromThatFile() {
        var protocol = EditedFile.write(
                project,
                "protocols/first-shot.yaml",
                "sample: mn12ac-experiment",
                "sample: mine/mn12ac-experiment.yaml");
        EditedFile.write(project.resolve("protocols/mine"), "mn12ac-experiment.yaml", sampleText("mine"));

        var experiment = configs().experiment(protocol.toString(), Optional.empty(), Optional.empty());

        assertThat(experiment.sample().name()).isEqualTo("mine");
    }

    @Test
    void theCommandLineHasTheLastWordOnSampleAndRig() {
        var protocol = EditedFile.write(project, "protocols/first-shot.yaml", "rig: twin", "rig: nowhere");
        sampleCalled("home", home.resolve("config"));
        var rig = project.resolve("rigs/twin.yaml").toString();

        var experiment = configs().experiment(protocol.toString(), Optional.of("mn12ac-experiment"), Optional.of(rig));

        assertThat(experiment.sample().name()).isEqualTo("home");
        assertThat(experiment.rig().name()).isEqualTo("twin");
    }

    private Configs configs() {
        return Configs.of(working, Optional.of(home));
    }

    private static void sampleCalled(String name, Path root) {
        EditedFile.write(root, "samples/mn12ac-experiment.yaml", sampleText(name));
    }

    private static String sampleText(String name) {
        return EditedFile.shipped("samples/mn12ac-experiment.yaml").replace("name: mn12ac-experiment", "name: " + name);
    }
}
