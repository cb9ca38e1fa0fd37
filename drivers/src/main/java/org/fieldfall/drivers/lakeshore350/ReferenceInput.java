package org.fieldfall.drivers.lakeshore350;

import java.time.Duration;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.Identity;

/** An input that is only looked at: a reference thermometer somewhere in the cryostat. */
final class ReferenceInput implements AuxiliaryChannel {

    private final LakeShore350 box;
    private final ScpiLine line;
    private final String name;
    private final String input;

    ReferenceInput(LakeShore350 box, ScpiLine line, String name, String input) {
        this.box = box;
        this.line = line;
        this.name = name;
        this.input = input;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String unit() {
        return "K";
    }

    @Override
    public Identity identify(Duration within) {
        return box.identify(within);
    }

    @Override
    public double measure(Duration within) {
        return box.read(input, line.deadline(within)).trustedKelvin();
    }

    @Override
    public void resynchronise(Duration within) {
        line.resynchronise(line.deadline(within));
    }
}
