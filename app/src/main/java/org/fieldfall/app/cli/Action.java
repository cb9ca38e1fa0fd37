package org.fieldfall.app.cli;

import java.util.concurrent.Callable;

/** One command of the command line. What goes wrong is thrown; {@link Failures} knows what follows. */
interface Action extends Callable<Integer> {

    ExitCode perform() throws Exception;

    @Override
    default Integer call() throws Exception {
        return perform().number();
    }
}
