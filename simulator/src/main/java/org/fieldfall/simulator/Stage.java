package org.fieldfall.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fieldfall.simulator.wire.Mishap;
import org.fieldfall.simulator.world.Bath;
import org.fieldfall.simulator.world.World;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets staged faults happen: each in the world's own step at the tick it is due, whatever the wall clock does. Whoever
 * calls holds the twin, but for {@link #struck}.
 *
 * <p>A plug is pulled by a thread of its own, as that waits for threads that wait for the twin; from its tick on nothing
 * passes the line.
 */
final class Stage implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);
    private static final double WEAK_SHARE = 0.3;

    private final World world;
    private final Wires wires;
    private final Queue<Fault.Struck> struck = new ConcurrentLinkedQueue<>();
    private final ExecutorService plugs = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "simulator-plugs");
        thread.setDaemon(true);
        return thread;
    });

    Stage(World world, Wires wires) {
        this.world = world;
        this.wires = wires;
    }

    /** How a fault begins and ends. */
    private record Course(Runnable begin, Runnable end) {}

    void add(Fault fault, double dueSeconds) {
        wires.of(fault.role());
        world.at(dueSeconds, () -> begin(fault));
    }

    /** Takes what has happened and was not told yet, oldest first. */
    List<Fault.Struck> struck() {
        List<Fault.Struck> taken = new ArrayList<>();
        for (var one = struck.poll(); one != null; one = struck.poll()) {
            taken.add(one);
        }
        return taken;
    }

    private void begin(Fault fault) {
        if (fault.kind().isOfReply()) {
            befallReplies(fault);
            return;
        }
        Course course = course(fault);
        course.begin.run();
        tell(fault);
        fault.lastsSeconds().ifPresent(lasts -> world.at(world.seconds() + lasts, course.end));
    }

    private void befallReplies(Fault fault) {
        TimedBox box = wires.of(fault.role()).box();
        if (fault.lastsSeconds().isEmpty()) {
            box.replies().next(mishap(fault.kind()), () -> tell(fault));
        } else {
            Runnable over = box.replies().all(mishap(fault.kind()), () -> tell(fault));
            world.at(world.seconds() + fault.lastsSeconds().getAsDouble(), over);
        }
    }

    private void tell(Fault fault) {
        struck.add(new Fault.Struck(fault, world.seconds()));
    }

    private static Mishap mishap(FaultKind kind) {
        return switch (kind) {
            case REPLY_LOST -> Mishap.LOST;
            case REPLY_LATE -> Mishap.LATE;
            case REPLY_DOUBLED -> Mishap.DOUBLED;
            case REPLY_CUT -> Mishap.CUT;
            case REPLY_GARBLED -> Mishap.GARBLED;
            default -> throw new IllegalArgumentException(kind + " is none of a reply");
        };
    }

    private Course course(Fault fault) {
        var supply = world.supply();
        var link = world.surroundings().heatSwitch();
        return switch (fault.kind()) {
            case LINE_DEAD -> plug(wires.of(fault.role()));
            case LINE_SILENT -> {
                TimedBox box = wires.of(fault.role()).box();
                yield new Course(() -> box.silence(true), () -> box.silence(false));
            }
            case SENSOR_FROZEN, SENSOR_OPEN -> sensor(fault);
            case SUPPLY_TRIP -> new Course(supply::trip, supply::clearTrip);
            case SUPPLY_COMPLIANCE -> new Course(() -> supply.weaken(WEAK_SHARE), () -> supply.weaken(1));
            case MAGNET_QUENCH -> magnetQuench(fault);
            case SWITCH_STUCK -> new Course(() -> link.stick(true), () -> link.stick(false));
            case BATH_RUNAWAY -> {
                Bath bath = world.surroundings().bath();
                yield new Course(() -> bath.runAway(true), () -> bath.runAway(false));
            }
            default -> throw new IllegalArgumentException(fault.kind() + " is one of a reply");
        };
    }

    private Course magnetQuench(Fault fault) {
        var bias = world.biasMagnet();
        var supply = world.supply();
        return fault.role().equals("bias-magnet")
                ? new Course(bias::magnetQuench, bias::endMagnetQuench)
                : new Course(() -> supply.magnetQuench(world.tick()), supply::endMagnetQuench);
    }

    private Course sensor(Fault fault) {
        var sample = world.sensor();
        var bath = world.surroundings().bath();
        boolean isOpen = fault.kind() == FaultKind.SENSOR_OPEN;
        if (fault.role().equals("bath")) {
            return isOpen
                    ? new Course(() -> bath.openSensor(true), () -> bath.openSensor(false))
                    : new Course(() -> bath.freezeSensor(true), () -> bath.freezeSensor(false));
        }
        return isOpen
                ? new Course(() -> sample.open(true), () -> sample.open(false))
                : new Course(() -> world.freezeThermometer(true), () -> world.freezeThermometer(false));
    }

    private Course plug(Wires.Wire wire) {
        return new Course(
                () -> {
                    wire.box().cutOff(true);
                    plugs.execute(() -> wire.line().unplug());
                },
                () -> {
                    wire.box().cutOff(false);
                    plugs.execute(() -> putBack(wire));
                });
    }

    private static void putBack(Wires.Wire wire) {
        try {
            wire.line().plug();
        } catch (IOException e) {
            LOG.error("the simulated rig could not put back {}: {}", wire.line().resource(), e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        plugs.shutdownNow();
    }
}
