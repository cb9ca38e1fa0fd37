package org.fieldfall.protocols.theory.level;

/** States that H and the moment join with each other and with no others. */
final class Block {

    private final Operator energy;
    private final Operator moment;
    private final boolean real;

    Block(Operator energy, Operator moment) {
        this.energy = energy;
        this.moment = moment;
        real = energy.isReal() && moment.isReal();
    }

    int size() {
        return energy.size();
    }

    BlockLevels at(double tesla) {
        var inField = energy.plus(-Constants.BOHR_MAGNETON_KELVIN * tesla, moment);
        return new BlockLevels(new HermitianSolver(inField.copyRe(), inField.copyIm(), real), moment, tesla);
    }
}
