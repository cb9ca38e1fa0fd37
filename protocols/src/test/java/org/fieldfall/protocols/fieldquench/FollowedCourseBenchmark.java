package org.fieldfall.protocols.fieldquench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;
import org.fieldfall.protocols.theory.kinetics.FieldHistory;
import org.fieldfall.protocols.theory.kinetics.Spins;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The curve of the live page with its band, after a ramp as a field monitor shows it and through 600 s of relaxation; of a
 * sample whose file is not sure of lattice and barrier. Target: 20 ms.
 *
 * <p>Seen on 2 virtual cores (load 4), OpenJDK 17: median 4.3 ms, of a hundred the slowest 6.2 ms. With steps as short as the
 * central curve's it took twice the processor's time: 14.6 ms against 6.9 ms, mn12ac-experiment on the rig twin; of mn12ac-full,
 * with all that K1 knows, 159 ms against 68 ms.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FollowedCourseBenchmark {

    private final RigFacts rig = PlanRigs.whole();
    private final MeasuredStart start = new MeasuredStart(4, 4, 0.005, 0, 3.9995, 4e-4, 0);
    private final Crystal crystal = crystal();
    private final FieldFollowed field = field();

    @Benchmark
    public FollowedCourse courseWithBand() {
        return FollowedCourse.of(crystal, rig, start, Optional.empty(), field, 600);
    }

    private static Crystal crystal() {
        Crystal known = ShotPlanTest.CRYSTAL;
        Spins slower = Spins.of(known.wells().main().spin(), new Arrhenius(61.8, 2.1e-7));
        return known.movedTo(List.of(
                new Crystal(known.spins(), slower, known.lattice(), known.moles(), known.validity(), List.of()),
                new Crystal(
                        known.spins(), known.wells(), new Debye(39.7, 1), known.moles(), known.validity(), List.of())));
    }

    private static FieldFollowed field() {
        double[] seconds =
                IntStream.rangeClosed(0, 17).mapToDouble(i -> 0.09 * i / 17).toArray();
        double[] tesla = IntStream.rangeClosed(0, 17)
                .mapToDouble(i -> 1 - 0.9 * i / 17 + 1e-4 * Math.sin(9 * i * i))
                .toArray();
        return new FieldFollowed(FieldHistory.piecewiseLinear(seconds, tesla), 0.09, 3e-4, 0, FieldFollowed.Seen.ALL);
    }
}
