package org.fieldfall.simulator.world;

/** What the crystal sits on, for the length of a step: a heat capacity, a link, a bath that holds still. */
public record Platform(double bathKelvin, double linkWattPerKelvin, double addendaJoulePerKelvin) {

    public Platform {
        if (!(bathKelvin > 0) || !(linkWattPerKelvin >= 0) || !(addendaJoulePerKelvin > 0)) {
            throw new IllegalArgumentException("a platform needs bath and addenda above 0 and no negative link, not "
                    + bathKelvin + " K, " + addendaJoulePerKelvin + " J/K, " + linkWattPerKelvin + " W/K");
        }
    }
}
