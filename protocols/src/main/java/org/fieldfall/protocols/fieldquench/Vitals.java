package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.sequence.Vital;

/** What is read in every phase of a shot, so that no guard waits for a phase that happens to ask. */
final class Vitals {

    /** Longest time in which nobody looks at field or crystal. */
    static final double EVERY_SECONDS = 30;

    private static final double AUXILIARY_SECONDS = 10;
    private static final double BATH_SECONDS = 60;
    private static final double APERTURE_SECONDS = 0.1;

    private record Read(String channel, double everySeconds, Consumer<Conduct> reading) implements Vital {
        @Override
        public void read(Conduct conduct) {
            reading.accept(conduct);
        }
    }

    private Vitals() {}

    /** @param phase one of the shot's, during which the field may have to stay where it is */
    static List<Vital> of(ShotContext context, Phase phase) {
        List<Vital> all = new ArrayList<>();
        if (context.bias().isThere() && !isFieldDue(phase)) {
            all.add(new Read(Bias.CHANNEL, EVERY_SECONDS, bias(context, phase)));
        }
        all.add(new Read(ShotContext.FIELD, EVERY_SECONDS, field(context, phase)));
        all.add(new Read(ShotContext.TEMPERATURE, EVERY_SECONDS, conduct -> readCrystal(context, conduct)));
        if (context.roles().bath().isPresent()) {
            all.add(new Read(ShotContext.BATH, BATH_SECONDS, context::readBath));
        }
        if (!context.roles().auxiliary().isEmpty()) {
            all.add(new Read("auxiliary channels", AUXILIARY_SECONDS, context.auxiliaries()::read));
        }
        return all;
    }

    /** A supply that trips, or a magnet that quenches, while the shot only waits is found by looking. */
    private static Consumer<Conduct> field(ShotContext context, Phase phase) {
        if (phase instanceof Relax) {
            return new FieldDemand(context, phase.name(), context.shot().finalTesla())::meet;
        }
        return isFieldDue(phase)
                ? new FieldDemand(context, phase.name(), context.shot().initialTesla())::meet
                : context::readField;
    }

    /** Whether the field has to stay where it is, the bias with it. */
    private static boolean isFieldDue(Phase phase) {
        return phase instanceof Settle
                || phase instanceof Isolate
                || phase instanceof Arm
                || phase instanceof Heat
                || phase instanceof Relax;
    }

    /** It is on its way while the shot is prepared, and due to rest ever after. */
    private static Consumer<Conduct> bias(ShotContext context, Phase phase) {
        return phase instanceof Prepare
                ? context.bias()::read
                : conduct -> context.bias().meet(conduct, phase.name());
    }

    /** An acquisition has the meter to itself: its drains are the readings. */
    private static void readCrystal(ShotContext context, Conduct conduct) {
        if (!conduct.isKeeping()) {
            context.readKelvin(conduct, APERTURE_SECONDS);
        }
    }
}
