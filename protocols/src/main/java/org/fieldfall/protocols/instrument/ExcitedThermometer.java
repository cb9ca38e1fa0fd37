package org.fieldfall.protocols.instrument;

/** A sample thermometer whose current comes from a source of its own: a reading tells a temperature only by that current. */
public interface ExcitedThermometer extends SampleThermometer {

    /** Says what current it carries from now on, in amperes: reversed, or none at all. Asks and sends nothing. */
    void excited(double amperes);
}
