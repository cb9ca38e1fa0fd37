package org.fieldfall.app.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fieldfall.protocols.sequence.RunControl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C and the system's request to end, as acts of the operator: the first is STOP, the next is EMERGENCY. The
 * process ends only when the run has brought the rig to its safe state.
 *
 * <p>Java has no public way to hear a signal without ending; {@code sun.misc.Signal} is reached by reflection, here and
 * nowhere else.
 */
final class StopSignals {

    private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);
    private static final String[] NAMES = {"INT", "TERM", "HUP"};

    private final Function<String, RunControl.Answer> stop;
    private final Function<String, RunControl.Answer> emergency;
    private final Consumer<String> heard;
    private final AtomicBoolean isStopped = new AtomicBoolean();

    private StopSignals(
            Function<String, RunControl.Answer> stop,
            Function<String, RunControl.Answer> emergency,
            Consumer<String> heard) {
        this.stop = stop;
        this.emergency = emergency;
        this.heard = heard;
    }

    /**
     * Takes the signals over for the rest of the process.
     *
     * @param stop is given who asks, at the first signal
     * @param emergency likewise, at every further one
     * @param heard is told at each signal what came of it, in words
     */
    static void press(
            Function<String, RunControl.Answer> stop,
            Function<String, RunControl.Answer> emergency,
            Consumer<String> heard) {
        new StopSignals(stop, emergency, heard).install();
    }

    static void press(RunControl control, Consumer<String> heard) {
        press(control::stop, control::emergency, heard);
    }

    private void install() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler calls = this::called;
            Object ours = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, calls);
            for (String name : NAMES) {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException unavailable) {
            LOG.warn("Ctrl-C cannot be heard on this Java: it ends the program without a safe state", unavailable);
        }
    }

    private Object called(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "handle" -> {
                pressed(String.valueOf(arguments[0]));
                yield proxy;
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "stop signals";
        };
    }

    private void pressed(String signal) {
        String who = signal.equals("SIGINT") ? "Ctrl-C" : signal;
        if (isStopped.compareAndSet(false, true)) {
            heard.accept(stop.apply(who).words() + "; once more for EMERGENCY");
        } else {
            heard.accept(emergency.apply(who).words());
        }
    }
}
