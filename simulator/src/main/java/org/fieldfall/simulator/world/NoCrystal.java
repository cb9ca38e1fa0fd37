package org.fieldfall.simulator.world;

/** An empty platform: what a blank shot measures. */
public record NoCrystal() implements Specimen {

    @Override
    public Stage on(Platform platform, double internalSeconds, double kelvin, double tesla) {
        return new EmptyStage(platform, kelvin);
    }
}
