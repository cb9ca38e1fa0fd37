package org.fieldfall.simulator.world;

/**
 * Crystal and platform on a link to a bath. The crystal's energy is the state and its
 * temperature follows from it, so that work and heat balance however coarse the step.
 */
final class Calorimeter implements Stage {

    private static final double TOLERANCE_KELVIN = 1e-11;
    private static final int MOST_TRIES = 40;

    private final Crystal crystal;
    private Platform platform;
    private final double contact;

    private double kelvin;
    private double platformKelvin;
    private double upper;
    private double tesla;
    private Crystal.State state;
    private double joule;
    private double kelvinPerSecond;
    private Ledger ledger = new Ledger(0, 0, 0);

    /**
     * @param platform addenda, link and bath
     * @param internalSeconds time in which crystal and platform equalise, wells blocked, at the start
     */
    Calorimeter(Crystal crystal, Platform platform, double internalSeconds, double kelvin, double tesla) {
        this.crystal = crystal;
        this.platform = platform;
        this.kelvin = kelvin;
        this.platformKelvin = kelvin;
        this.tesla = tesla;
        this.upper = crystal.equilibriumUpper(kelvin, tesla);
        this.state = crystal.state(kelvin, tesla, upper);
        this.joule = state.joule();
        double sample = crystal.state(kelvin, 0, 0.5).blockedJoulePerKelvin();
        double addenda = platform.addendaJoulePerKelvin();
        this.contact = sample * addenda / (sample + addenda) / internalSeconds;
    }

    @Override
    public void step(double seconds, double toTesla, double watt) {
        Exchange exchange = Exchange.over(seconds, platform, contact, platformKelvin, watt);
        Balance balance = new Balance(seconds, toTesla, exchange);
        double now = balance.solve(kelvin + kelvinPerSecond * seconds);
        kelvinPerSecond = (now - kelvin) / seconds;
        balance.settle(now);
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
        return upper;
    }

    @Override
    public double[] populations() {
        return crystal.populations(kelvin, tesla, upper);
    }

    @Override
    public double storedJoule() {
        return joule + platform.addendaJoulePerKelvin() * platformKelvin;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    /** Energy balance of one step as an equation for the crystal's temperature at its end. */
    private final class Balance {

        private final double seconds;
        private final double toTesla;
        private final Exchange exchange;
        private final double lean;
        private Crystal.State end = state;
        private double endUpper = upper;

        Balance(double seconds, double toTesla, Exchange exchange) {
            this.seconds = seconds;
            this.toTesla = toTesla;
            this.exchange = exchange;
            this.lean = lean(crystal.rate(kelvin, (tesla + toTesla) / 2) * seconds);
        }

        /** Secant steps, begun with the blocked heat capacity; the excess grows steadily with temperature. */
        double solve(double guess) {
            double before = within(guess, kelvin);
            double excessBefore = excess(before);
            double slope = end.blockedJoulePerKelvin() + contact * seconds / 2;
            for (int i = 0; i < MOST_TRIES; i++) {
                double now = within(before - excessBefore / slope, before);
                if (Math.abs(now - before) <= TOLERANCE_KELVIN) {
                    return now;
                }
                double excess = excess(now);
                slope = Math.max((excess - excessBefore) / (now - before), end.blockedJoulePerKelvin() / 2);
                before = now;
                excessBefore = excess;
            }
            throw new IllegalStateException("the crystal's temperature did not settle near " + before + " K, from "
                    + kelvin + " K and " + tesla + " T to " + toTesla + " T in " + seconds + " s");
        }

        /** Energy that the crystal would have at this temperature less what it received. */
        private double excess(double endKelvin) {
            double middle = kelvin + lean * (endKelvin - kelvin);
            endUpper = crystal.relaxed(upper, middle, (tesla + toTesla) / 2, seconds);
            end = crystal.state(endKelvin, toTesla, endUpper);
            return end.joule() - joule - work() + exchange.heat(kelvin, endKelvin);
        }

        /** Work of the field on levels whose occupation holds. */
        private double work() {
            return (state.joulePerTesla() + end.joulePerTesla()) / 2 * (toTesla - tesla);
        }

        void settle(double endKelvin) {
            excess(endKelvin);
            double work = work();
            joule += work - exchange.heat(kelvin, endKelvin);
            ledger = ledger.plus(work, exchange.linkHeat(kelvin, endKelvin), exchange.heaterJoule());
            platformKelvin = exchange.platformKelvin(kelvin, endKelvin);
            kelvin = endKelvin;
            tesla = toTesla;
            upper = endUpper;
            state = end;
        }
    }

    /** Where in the step the rates are taken: the middle when they are slow, the end when they are fast. */
    private static double lean(double rateTimesSeconds) {
        return rateTimesSeconds < 1e-3 ? 0.5 : -1 / Math.expm1(-rateTimesSeconds) - 1 / rateTimesSeconds;
    }

    private static double within(double wanted, double from) {
        return Math.max(from / 2, Math.min(from * 2, wanted));
    }
}
