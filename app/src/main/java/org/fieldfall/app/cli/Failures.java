package org.fieldfall.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.fieldfall.app.campaign.UnfitCampaignException;
import org.fieldfall.app.config.InvalidConfigException;
import org.fieldfall.app.figure.UnfitFigureException;
import org.fieldfall.app.guard.GuardException;
import org.fieldfall.app.guard.RigTakenException;
import org.fieldfall.app.review.UnknownRunException;
import org.fieldfall.app.rig.UnfitFaultException;
import org.fieldfall.app.rig.UnsimulatedException;
import org.fieldfall.app.run.RefusedException;
import org.fieldfall.app.sample.UnfitSampleException;
import org.fieldfall.app.store.StoreException;
import org.fieldfall.drivers.calibration.CalibrationFormatException;
import org.fieldfall.drivers.transport.CaptureFormatException;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;
import org.fieldfall.protocols.theory.level.UnresolvedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The one place where what went wrong becomes a message on the error stream and an exit code. No stack trace is shown. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** Arguments that cannot be understood. */
    static int usage(ParameterException e, String... arguments) {
        var line = e.getCommandLine();
        line.getErr().println("fieldfall: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, line.getErr());
        line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.number();
    }

    /** A command that was understood and did not come to its end. */
    static int execution(Exception e, CommandLine line, ParseResult parsed) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        LOG.debug("stopped by", e);
        line.getErr().println("fieldfall: " + message(e));
        return code(e).number();
    }

    static ExitCode code(Exception e) {
        if (isUsage(e)) {
            return ExitCode.USAGE;
        }
        if (e instanceof NoReplyException || e instanceof LineLostException) {
            return ExitCode.NO_ANSWER;
        }
        return e instanceof InterruptedException ? ExitCode.OPERATOR : ExitCode.FAILED;
    }

    private static boolean isUsage(Exception e) {
        return e instanceof InvalidConfigException
                || e instanceof UsageException
                || e instanceof UnknownRunException
                || e instanceof RigTakenException
                || e instanceof UnfitCampaignException
                || e instanceof UnfitFigureException
                || e instanceof UnfitSampleException
                || e instanceof RefusedException
                || e instanceof UnsimulatedException
                || e instanceof UnfitFaultException
                || e instanceof CalibrationFormatException
                || e instanceof CaptureFormatException
                || e instanceof WrongInstrumentException;
    }

    static String message(Exception e) {
        if (isUsage(e)
                || e instanceof InstrumentException
                || e instanceof StoreException
                || e instanceof GuardException
                || e instanceof NoRunException
                || e instanceof NoConvergenceException
                || e instanceof UnresolvedException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof UncheckedIOException && e.getCause() instanceof IOException cause) {
            return file(cause);
        }
        if (e instanceof InterruptedException) {
            return "interrupted";
        }
        return e instanceof IOException io ? file(io) : "internal error: " + e + " (FIELDFALL_LOG=debug shows where)";
    }

    /** Some messages of the file system are the bare name of the file. */
    private static String file(IOException e) {
        if (e instanceof NoSuchFileException) {
            return e.getMessage() + ": no such file or folder";
        }
        if (e instanceof FileAlreadyExistsException) {
            return e.getMessage() + ": is there already and is no folder";
        }
        return e instanceof AccessDeniedException
                ? e.getMessage() + ": permission denied"
                : "input or output: " + e.getMessage();
    }
}
