package org.fieldfall.drivers.genericscpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.fieldfall.drivers.mishap.Bench;
import org.fieldfall.drivers.mishap.WireContract;

class ScpiChannelWireTest extends WireContract {

    @Override
    protected Bench bench(Random random) {
        List<Double> said = new ArrayList<>();
        double start = 20 + random.nextInt(50);
        return new Bench(
                question -> Optional.ofNullable(
                                switch (question) {
                                    case "*IDN?" -> "ACME,GAUGE 1700,7,1.2";
                                    case "*OPC?" -> "1";
                                    case "MEAS:LEV?" -> {
                                        said.add(start + 0.37 * said.size());
                                        yield String.format(Locale.ROOT, "%.2f", said.get(said.size() - 1));
                                    }
                                    default -> null;
                                })
                        .map(reply -> reply + "\r\n"),
                false,
                line -> {
                    var channel = new ScpiChannel(
                            line, ScpiChannelTest.settings(Optional.of(Pattern.compile("^ACME,GAUGE 1700,"))));
                    var before = new int[1];
                    return new Bench.Plugged(
                            channel::identify,
                            channel::resynchronise,
                            List.of(new Bench.Trial(
                                    "measure",
                                    () -> before[0] = said.size(),
                                    () -> channel.measure(SOON),
                                    value -> said.subList(before[0], said.size()).stream()
                                            .anyMatch(fresh -> Math.abs(fresh - (double) value) < 0.006))));
                });
    }
}
