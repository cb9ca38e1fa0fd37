package org.fieldfall.app.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.fieldfall.protocols.sequence.StopSwitch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C and the system's request to end, as presses of the stop switch: the first is STOP, the next is EMERGENCY. The
 * process ends only when the run has brought the rig to its safe state.
 *
 * <p>Java has no public way to hear a signal without ending; {@code sun.misc.Signal} is reached by reflection, here and
 * nowhere else.
 */
final class StopSignals {

    private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);
    private static final String[] NAMES = {"INT", "TERM", "HUP"};

    private final StopSwitch stop;
    private final Runnable heard;

    private StopSignals(StopSwitch stop, Runnable heard) {
        this.stop = stop;
        this.heard = heard;
    }

    /**
     * Takes the signals over for the rest of the process.
     *
     * @param heard called at each signal after the switch was pressed
     */
    static void press(StopSwitch stop, Runnable heard) {
        new StopSignals(stop, heard).install();
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
        boolean isFirst = stop.pressed().isEmpty();
        stop.press(
                isFirst ? StopSwitch.Press.STOP : StopSwitch.Press.EMERGENCY,
                signal.equals("SIGINT") ? "Ctrl-C" : signal);
        heard.run();
    }
}
