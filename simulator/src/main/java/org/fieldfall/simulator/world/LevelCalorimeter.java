package org.fieldfall.simulator.world;

/**
 * Crystal of levels and platform on a link to a bath. The energy is the state and the lattice's temperature follows from
 * it, so that work and heat balance however coarse the step.
 *
 * <p>A step is the stiffly accurate, L-stable pair of implicit stages of second order (R. Alexander, SIAM J. Numer. Anal. 14,
 * 1006 (1977)), one matrix each; where the last step changed temperature (K) and populations by less than 1e-4, one stage
 * does and is late by half of that. In a stage rates and populations belong to one temperature, which the energy balance
 * decides. The mean field of the spins is that of the step's start.
 */
final class LevelCalorimeter implements Stage {

    /** γ of both stages, and how far the second one carries on the change of the first. */
    private static final double GAMMA = 1 - Math.sqrt(0.5);

    private static final double CARRIED = (1 - GAMMA) / GAMMA;
    private static final double QUIET = 1e-4;

    private final double contact;
    private final LevelSolver solver;
    private Platform platform;
    private double platformKelvin;
    private double kelvin;
    private double tesla;
    private double joule;
    private double[][] populations;
    private double kelvinPerSecond;
    private double bend;
    private double lastSeconds;
    private boolean quiet;
    private Ledger ledger = new Ledger(0, 0, 0);

    LevelCalorimeter(LevelCrystal crystal, Platform platform, double internalSeconds, double kelvin, double tesla) {
        this.platform = platform;
        this.platformKelvin = kelvin;
        this.kelvin = kelvin;
        this.tesla = tesla;
        this.solver = new LevelSolver(crystal);
        this.populations = solver.equilibrium(kelvin, tesla);
        this.joule = solver.joule(populations, kelvin, tesla);
        double sample = solver.blockedJoulePerKelvin(kelvin);
        double addenda = platform.addendaJoulePerKelvin();
        this.contact = sample * addenda / (sample + addenda) / internalSeconds;
    }

    @Override
    public void step(double seconds, double toTesla, double watt) {
        double[][] base = populations;
        if (!quiet) {
            double first = tesla + GAMMA * (toTesla - tesla);
            Change early = solve(GAMMA * seconds, GAMMA * seconds, first, watt, base, extrapolated(GAMMA * seconds));
            base = carried(early.end());
        }
        Change whole = solve(seconds, quiet ? seconds : GAMMA * seconds, toTesla, watt, base, extrapolated(seconds));
        settle(seconds, toTesla, whole);
    }

    private LevelCalorimeter(LevelCalorimeter like, LevelCrystal crystal) {
        this.contact = like.contact;
        this.solver = new LevelSolver(crystal);
        this.platform = like.platform;
        this.platformKelvin = like.platformKelvin;
        this.kelvin = like.kelvin;
        this.tesla = like.tesla;
        this.joule = like.joule;
        this.populations = like.populations;
        this.ledger = like.ledger;
    }

    private record Change(LevelSolver.End end, double workJoule, Exchange exchange) {}

    /** The balance over a time at whose end the rates act for another one on populations given. */
    private Change solve(double seconds, double weight, double toTesla, double watt, double[][] base, double guess) {
        Exchange exchange = Exchange.over(seconds, platform, contact, platformKelvin, watt);
        double half = (toTesla - tesla) / 2;
        double moment = solver.joulePerTesla(populations);
        LevelSolver.Balance balance =
                new LevelSolver.Balance(weight, toTesla, half, joule + half * moment, exchange, kelvin);
        LevelSolver.End end = solver.solve(balance, populations, base, guess);
        return new Change(end, half * (moment + solver.joulePerTesla(end.populations())), exchange);
    }

    /** By the parabola through the last three temperatures. */
    private double extrapolated(double seconds) {
        return kelvin + seconds * (kelvinPerSecond + (seconds + lastSeconds) * bend);
    }

    private double[][] carried(LevelSolver.End early) {
        double[][] base = new double[populations.length][];
        for (int s = 0; s < base.length; s++) {
            base[s] = populations[s].clone();
            for (int k = 0; k < base[s].length; k++) {
                base[s][k] += CARRIED * (early.populations()[s][k] - base[s][k]);
            }
        }
        return base;
    }

    private void settle(double seconds, double toTesla, Change change) {
        double now = change.end.kelvin();
        Exchange exchange = change.exchange;
        quiet = Math.abs(now - kelvin) < QUIET && moved(change.end.populations()) < QUIET;
        joule += change.workJoule - exchange.heat(kelvin, now);
        ledger = ledger.plus(change.workJoule, exchange.linkHeat(kelvin, now), exchange.heaterJoule());
        platformKelvin = exchange.platformKelvin(kelvin, now);
        double slope = (now - kelvin) / seconds;
        bend = (slope - kelvinPerSecond) / (seconds + lastSeconds);
        kelvinPerSecond = slope;
        lastSeconds = seconds;
        kelvin = now;
        tesla = toTesla;
        populations = change.end.populations();
    }

    private double moved(double[][] to) {
        double most = 0;
        for (int s = 0; s < to.length; s++) {
            for (int k = 0; k < to[s].length; k++) {
                most = Math.max(most, Math.abs(to[s][k] - populations[s][k]));
            }
        }
        return most;
    }

    /** The same state of things with a crystal of the same species that goes at another pace. */
    LevelCalorimeter at(LevelCrystal other) {
        return new LevelCalorimeter(this, other);
    }

    @Override
    public void link(Platform now) {
        Stage.checkAddenda(platform, now);
        platform = now;
    }

    @Override
    public double kelvin() {
        return kelvin;
    }

    @Override
    public double platformKelvin() {
        return platformKelvin;
    }

    @Override
    public double upperPopulation() {
        return solver.upper(populations);
    }

    @Override
    public double[] populations() {
        return solver.together(populations);
    }

    @Override
    public double storedJoule() {
        return joule + platform.addendaJoulePerKelvin() * platformKelvin;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }
}
