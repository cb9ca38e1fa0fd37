package org.fieldfall.app.report;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.config.ThermalLaw;

/** What is known of the crystal and its platform. */
final class SampleRows {

    private SampleRows() {}

    static List<Row> of(Told told) {
        SampleConfig sample = told.run().experiment().sample();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("name", sample.name(), sample.formula().orElse("no formula in the sample file")));
        rows.add(new Row("mass", Amount.of(sample.massKilograms(), 1e6, "mg"), "sample file"));
        rows.add(new Row("molar mass", Amount.of(1000 * sample.molarMassKilogramsPerMole(), "g/mol"), "sample file"));
        rows.add(new Row("amount", Amount.of(sample.moles(), 1e6, "µmol"), "mass over molar mass"));
        ThermalLaw addenda = told.run().experiment().rig().platform().addenda();
        rows.add(new Row(
                "addenda",
                Amount.of(addenda.told(), 1e6, "µJ/K"),
                "platform and grease, rig file, " + addenda.words()));
        rows.add(Row.missing("misalignment of the easy axis", "the theory takes the field along it"));
        rows.add(new Row("shape, dipolar field", "none", "not in the theory: no demagnetising field"));
        rows.add(new Row("handling", "not recorded", "a note of the run or an annotation may tell"));
        return rows;
    }
}
