package org.fieldfall.app.report;

/**
 * A line of one of the report's tables.
 *
 * @param value with its uncertainty and unit, or that it was not measured
 * @param note where it is from or what it means
 */
record Row(String name, String value, String note) {

    static Row missing(String name, String note) {
        return new Row(name, Amount.NOT_MEASURED, note);
    }
}
