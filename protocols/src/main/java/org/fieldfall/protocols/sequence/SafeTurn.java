package org.fieldfall.protocols.sequence;

/**
 * An instrument's place on the way to safety.
 *
 * @param deadlineSeconds rig time that its turns may take together, the pauses between them counted
 * @param otherMeans what makes it safe if it does not answer, in the rig file's words, such as where its mains switch is;
 *     empty if the file names nothing
 */
public record SafeTurn(SafeStep step, double deadlineSeconds, String otherMeans) {

    public SafeTurn {
        if (!(deadlineSeconds > 0)) {
            throw new IllegalArgumentException(
                    step.instrument() + ": deadline " + deadlineSeconds + " s, due above 0 s");
        }
    }
}
