package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that nobody here wrote, from Debian, talk to the simulated instruments: lxi-tools over TCP, pyvisa with pyvisa-py
 * over TCP and over terminals. Where they are not installed the test is skipped with their names; in CI it fails.
 */
class RealClientsIT {

    /** Debian's own; another python3 earlier on the path does not see Debian's modules. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final Path SCRIPT = Path.of("src", "test", "resources", "clients", "visa.py");

    /** The meter reads 0.45 uA through the typical CX-1050 at the bath's first 4.2 K, 3.51 kOhm; 1 % for the draws. */
    private static final double VOLTS = 0.45e-6 * 3510;

    @TempDir
    private Path folder;

    @Test
    void lxiToolsIdentifiesAndReadsTheMeter() throws Exception {
        need("lxi-tools", "lxi", "--version");
        try (var rig = SimulatedProcess.start(folder, "--rig", "twin")) {
            var port = rig.resource("sample-thermometer").split("::", -1)[2];

            assertThat(lxi(port, "*IDN?")).startsWith("Keysight Technologies,34465A,SIM");
            assertThat(Double.parseDouble(lxi(port, "MEAS:VOLT:DC?"))).isCloseTo(VOLTS, within(0.01 * VOLTS));
            assertThat(lxi(port, "SYST:ERR?")).isEqualTo("+0,\"No error\"");
        }
    }

    @Test
    void pyvisaIdentifiesAndReadsAMeterASupplyAndACryostat() throws Exception {
        need("python3-pyvisa, python3-pyvisa-py, python3-serial", PYTHON, "-c", "import pyvisa, pyvisa_py, serial");
        try (var rig = SimulatedProcess.start(folder, "--rig", "twin")) {
            JsonNode found = new ObjectMapper()
                    .readTree(said(
                            PYTHON,
                            SCRIPT.toString(),
                            rig.resource("sample-thermometer"),
                            rig.resource("field-supply"),
                            rig.resource("bath")));

            assertThat(found.get("meter").asText()).startsWith("Keysight Technologies,34465A,SIM");
            assertThat(found.get("volts").asDouble()).isCloseTo(VOLTS, within(0.01 * VOLTS));
            assertThat(found.get("block"))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(reading -> assertThat(reading.asDouble()).isCloseTo(VOLTS, within(0.01 * VOLTS)));
            assertThat(found.get("meter_error").asText()).isEqualTo("+0,\"No error\"");
            assertThat(found.get("supply").asText())
                    .startsWith("KEPCO,BIT 4886")
                    .contains("SIM");
            assertThat(found.get("amperes").asDouble()).isCloseTo(0, within(0.02));
            assertThat(found.get("supply_error").asText()).isEqualTo("0,\"No error\"");
            assertThat(found.get("cryostat").asText()).startsWith("LSCI,MODEL350,SIM");
            assertThat(found.get("kelvin").asDouble()).isCloseTo(4.2, within(0.01));
        }
    }

    private String lxi(String port, String query) throws Exception {
        return said("lxi", "scpi", "-r", "-a", "127.0.0.1", "-p", port, query);
    }

    /** What a command prints, which has to succeed within 30 s. */
    private String said(String... command) throws Exception {
        Path output = folder.resolve("said.txt");
        Process process = started(output, command);
        assertThat(process.waitFor(30, TimeUnit.SECONDS))
                .as(String.join(" ", command))
                .isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output).strip();
    }

    private void need(String packages, String... command) throws Exception {
        boolean isThere;
        try {
            Process process = started(folder.resolve("need.txt"), command);
            isThere = process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notFound) {
            isThere = false;
        }
        boolean mustBeThere = Boolean.parseBoolean(System.getenv("CI"));
        assertThat(isThere || !mustBeThere)
                .as("Debian packages needed in CI: %s", packages)
                .isTrue();
        assumeTrue(isThere, "not installed: the Debian packages " + packages);
    }

    private static Process started(Path output, String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
