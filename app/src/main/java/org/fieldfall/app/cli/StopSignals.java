package org.fieldfall.app.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
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

    private final RunControl control;
    private final Consumer<RunControl.Answer> heard;

    private StopSignals(RunControl control, Consumer<RunControl.Answer> heard) {
        this.control = control;
        this.heard = heard;
    }

    /**
     * Takes the signals over for the rest of the process.
     *
     * @param heard is told at each signal what came of it
     */
    static void press(RunControl control, Consumer<RunControl.Answer> heard) {
        new StopSignals(control, heard).install();
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
        boolean isFirst = control.pressed().isEmpty();
        String who = signal.equals("SIGINT") ? "Ctrl-C" : signal;
        heard.accept(isFirst ? control.stop(who) : control.emergency(who));
    }
}
