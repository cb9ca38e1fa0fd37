package org.fieldfall.app.live.view;

import java.util.function.Consumer;
import org.fieldfall.protocols.analysis.Thermometry;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.fieldquench.MeasuredStart;
import org.fieldfall.protocols.fieldquench.PlatformFacts;
import org.fieldfall.protocols.fieldquench.RigFacts;

/**
 * The crystal's change of temperature after a ramp and the heat its spins took up, from the thermometer's readings as they
 * come: means over windows that grow with time, taken at the time the thermometer's lag puts them, as the analysis at the end
 * does it with finer means. Readings of the ramp itself hold the pick-up of dB/dt and are left out. Used by one thread.
 *
 * <p>Q = −[n ΔH<sub>ph</sub> + ΔH<sub>add</sub> + ∫ K (T − T<sub>rest</sub>) dt] from the start of the ramp.
 */
final class CrystalBins {

    /** A mean over a tenth of the time passed bends a cooling curve by less than 0.1 %. */
    private static final double SHARE = 0.1;

    private static final double NARROWEST_SECONDS = 0.1;
    private static final double WIDEST_SECONDS = 3;
    private static final int FEWEST = 3;

    /** The thermometer has come to where its lag is steady. */
    private static final double LAGS = 5;

    /**
     * Where the crystal is at a moment.
     *
     * @param rigSeconds of the crystal, not of the reading
     * @param kelvin temperature
     * @param delta change since the start of the ramp
     * @param joule heat the spins took up since then
     */
    record Moment(double rigSeconds, double kelvin, Uncertain delta, Uncertain joule) {}

    /**
     * What the bins rest on.
     *
     * @param zeroSeconds rig time of the start of the ramp
     * @param endSeconds rig time of its end
     */
    record Ground(MeasuredStart start, double beforeTesla, double afterTesla, double zeroSeconds, double endSeconds) {}

    private final Crystal crystal;
    private final PlatformFacts platform;
    private final Thermometry thermometry;
    private final Ground ground;
    private final double lag;
    private final Consumer<Moment> found;
    private final Window window = new Window();
    private double binEnd;
    private double linkJoule;
    private double lastSeconds;
    private double lastWatt;
    private double lastRaw = Double.NaN;

    CrystalBins(Crystal crystal, RigFacts rig, Ground ground, Consumer<Moment> found) {
        this.crystal = crystal;
        this.platform = rig.platform();
        this.thermometry = rig.thermometry();
        this.ground = ground;
        this.found = found;
        this.lag = thermometry.lagSeconds().value();
        this.binEnd = end(ground.endSeconds + LAGS * lag);
        this.lastSeconds = ground.zeroSeconds;
        this.lastWatt = watt(ground.start.kelvin());
    }

    private double end(double from) {
        double after = from - ground.endSeconds;
        return from + Math.min(WIDEST_SECONDS, Math.max(NARROWEST_SECONDS, SHARE * after));
    }

    /** Takes a reading; earlier ones must have been given before. */
    void add(double rigSeconds, double raw, double kelvin) {
        if (rigSeconds <= ground.endSeconds + LAGS * lag || Double.isNaN(kelvin)) {
            return;
        }
        if (rigSeconds > binEnd && window.count >= FEWEST) {
            close();
        }
        if (rigSeconds > binEnd) {
            binEnd = end(Math.max(binEnd, rigSeconds));
            window.clear(rigSeconds);
        }
        window.add(rigSeconds, raw, kelvin);
    }

    private void close() {
        double raw = window.meanRaw();
        double seconds = window.meanSeconds();
        double noise = window.scatter() / Math.sqrt(window.count);
        // The thermometer may drift by itself, and go on with it.
        double drift = ground.start.driftKelvinPerSecond() * (seconds - ground.zeroSeconds);
        Uncertain delta = thermometry
                .change(raw, ground.afterTesla, ground.start.raw(), ground.beforeTesla)
                .blurredBy(noise)
                .blurredBy(ground.start.noiseKelvin())
                .blurredBy(drift);
        double start = ground.start.kelvin();
        double onPlatform =
                start + delta.value() / (1 + thermometry.contactShare().value());
        double watt = watt(onPlatform) - thermometry.excitationAmperes() * (raw - ground.start.raw());
        linkJoule += (watt + lastWatt) / 2 * (seconds - lastSeconds);
        lastWatt = watt;
        lastSeconds = seconds;
        lastRaw = raw;
        double at = start + delta.value();
        found.accept(new Moment(seconds - lag, at, delta, joule(at, onPlatform, delta.sigma())));
    }

    private double watt(double platformKelvin) {
        return platform.link().watt(platformKelvin, ground.start.restKelvin());
    }

    private Uncertain joule(double at, double onPlatform, double sigmaKelvin) {
        double start = ground.start.kelvin();
        double lattice = crystal.lattice().energy(at) - crystal.lattice().energy(start);
        double addenda =
                platform.addenda().energy(onPlatform) - platform.addenda().energy(start);
        double moles = crystal.moles().value();
        double perKelvin =
                moles * crystal.lattice().heatCapacity(at) + platform.addenda().heatCapacity(onPlatform);
        // A wrong temperature is in the link's heat from the start on.
        double ofLink = platform.link().wattPerKelvin(onPlatform) * (lastSeconds - ground.zeroSeconds);
        return new Uncertain(-(moles * lattice + addenda + linkJoule), (perKelvin + ofLink) * sigmaKelvin)
                .blurredBy(crystal.moles().sigma() * lattice)
                .blurredBy(platform.addendaRelativeSigma() * addenda)
                .blurredBy(platform.linkRelativeSigma() * linkJoule);
    }

    /** Mean reading of the last bin; NaN before the first. */
    double lastRaw() {
        return lastRaw;
    }

    /** A line through the readings of a bin. */
    private static final class Window {
        private double origin;
        private int count;
        private double t;
        private double tt;
        private double y;
        private double yy;
        private double ty;
        private double raw;
        private double reference;

        void clear(double from) {
            origin = from;
            count = 0;
            t = 0;
            tt = 0;
            y = 0;
            yy = 0;
            ty = 0;
            raw = 0;
        }

        void add(double seconds, double itsRaw, double kelvin) {
            if (count == 0) {
                origin = seconds;
                reference = kelvin;
            }
            double x = seconds - origin;
            double off = kelvin - reference;
            count++;
            t += x;
            tt += x * x;
            y += off;
            yy += off * off;
            ty += x * off;
            raw += itsRaw;
        }

        double meanSeconds() {
            return origin + t / count;
        }

        double meanRaw() {
            return raw / count;
        }

        /** Of one reading about the line. */
        double scatter() {
            double sxx = tt - t * t / count;
            double sxy = ty - t * y / count;
            double syy = yy - y * y / count;
            double left = syy - (sxx > 0 ? sxy * sxy / sxx : 0);
            return Math.sqrt(Math.max(0, left) / Math.max(1, count - 2));
        }
    }
}
