package org.fieldfall.simulator.world;

/** Platform and what lies on it, moved on by the world. Not for sharing between threads. */
sealed interface Stage permits Calorimeter, LevelCalorimeter, EmptyStage {

    /** Moves on while the field goes to {@code toTesla} and {@code watt} heats the platform. */
    void step(double seconds, double toTesla, double watt);

    /** Link and bath from now on; the addenda must stay as they are. */
    void link(Platform now);

    /** Temperature of the lattice. */
    double kelvin();

    double platformKelvin();

    /** Share of the spins in the upper well, m above zero and half of m = 0. */
    double upperPopulation();

    /** Share of each level, from m = −S up; empty where there is no spin. */
    double[] populations();

    /** Energy of spins, lattice and addenda. */
    double storedJoule();

    Ledger ledger();

    /** What has crossed the border so far: work of the field, heat given to the bath, heat put into the platform. */
    record Ledger(double workJoule, double linkJoule, double heaterJoule) {

        Ledger plus(double work, double link, double heater) {
            return new Ledger(workJoule + work, linkJoule + link, heaterJoule + heater);
        }
    }

    /** Refuses a platform that became another one. */
    static void checkAddenda(Platform before, Platform now) {
        if (now.addendaJoulePerKelvin() != before.addendaJoulePerKelvin()) {
            throw new IllegalArgumentException("addenda of " + before.addendaJoulePerKelvin() + " J/K cannot become "
                    + now.addendaJoulePerKelvin() + " J/K");
        }
    }
}
