package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrillFaultsTest {

    @Test
    void refusesUnknownPhasesAndTimesAllAtOnce() {
        var terminal = Terminal.fieldfall("drill", "--phases", "swep,arm", "--faults", "line.dead@arm", "--jobs", "0");

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err())
                .contains(
                        "no phase \"swep\", nearest is sweep",
                        "line.dead@arm: the drill chooses when",
                        "--jobs is 1 to 64");
    }

    @Test
    void refusesUnknownFaults() {
        var terminal = Terminal.fieldfall("drill", "--faults", "line.ded,supply.tripp");

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err()).contains("2 problems", "nearest is line.dead", "nearest is supply.trip");
    }

    @Test
    void refusesARigOfRealInstruments() {
        var terminal = Terminal.fieldfall("drill", "--rig", "example-lab");

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err()).contains("are not simulated");
    }

    @Test
    void dryRunAndSimulateRefuseFaultsThatCannotBe() {
        var dryRun = Terminal.fieldfall("dry-run", "drill", "--fault", "supply.tripp@swep", "--fault", "reply.lost/x");
        var simulate = Terminal.fieldfall("simulate", "--fault", "supply.trip@sweep", "--fault", "disk.full");

        assertThat(dryRun.exitCode()).isEqualTo(2);
        assertThat(dryRun.err()).contains("3 problems", "nearest is supply.trip", "nearest is sweep");
        assertThat(simulate.exitCode()).isEqualTo(2);
        assertThat(simulate.err()).contains("no phase \"sweep\"", "due one of start");
    }

    @Test
    void theHelpNamesEveryFault() {
        for (var command : new String[] {"dry-run", "simulate"}) {
            assertThat(Terminal.fieldfall(command, "--help").out().replaceAll("\\s+", ""))
                    .contains("supply.trip", "reply.garbled", "magnet.quench", "disk.full", "faults.md");
        }
    }
}
