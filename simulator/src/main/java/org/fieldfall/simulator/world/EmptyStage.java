package org.fieldfall.simulator.world;

/** A platform with nothing on it: C dT/dt = P − K (T − T_bath), solved exactly. */
final class EmptyStage implements Stage {

    private Platform platform;
    private double kelvin;
    private Ledger ledger = new Ledger(0, 0, 0);

    EmptyStage(Platform platform, double kelvin) {
        this.platform = platform;
        this.kelvin = kelvin;
    }

    @Override
    public void step(double seconds, double toTesla, double watt) {
        double link = platform.linkWattPerKelvin();
        double capacity = platform.addendaJoulePerKelvin();
        double x = link / capacity * seconds;
        double mean = x == 0 ? 1 : -Math.expm1(-x) / x;
        double change = seconds / capacity * mean * (watt + link * (platform.bathKelvin() - kelvin));
        ledger = ledger.plus(0, watt * seconds - capacity * change, watt * seconds);
        kelvin += change;
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
        return kelvin;
    }

    @Override
    public double upperPopulation() {
        return 0;
    }

    @Override
    public double[] populations() {
        return new double[0];
    }

    @Override
    public double storedJoule() {
        return platform.addendaJoulePerKelvin() * kelvin;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }
}
