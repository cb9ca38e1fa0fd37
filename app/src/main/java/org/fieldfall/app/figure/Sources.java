package org.fieldfall.app.figure;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.app.picture.Label;

/** What stands below a figure: the sample and the equation. */
final class Sources {

    private static final List<String> PAPER = List.of("of Palii et al.,", "Dalton Trans. 2026,", "10.1039/D6DT00503A.");

    private Sources() {}

    static List<Label> of(Crystal crystal, String... theory) {
        var phrases = new ArrayList<>(List.of(Label.plain("Sample " + crystal.name() + ":")));
        crystal.described().forEach(phrase -> phrases.add(Label.of(phrase)));
        for (var phrase : theory) {
            phrases.add(Label.of(phrase));
        }
        PAPER.forEach(phrase -> phrases.add(Label.plain(phrase)));
        return phrases;
    }
}
