package org.fieldfall.app.live.view;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.app.run.Premises;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.RowsTaken;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.run.SendMarked;

/**
 * The measured series of a run on its one time axis, rig time: polled values where the host had them in its hands, buffered
 * readings by their own clock from the middle of the exchange that started them. Series may be read by other threads; all
 * else is used by one.
 */
final class Readings implements RunListener {

    static final String TEMPERATURE = "temperature";
    static final String FIELD = "field";
    static final String BATH = "bath";
    static final String HEAT = "heat";
    static final String RESIDUAL = "residual";

    /** Channel names of the record. */
    private static final String TEMPERATURE_CHANNEL = "sample-temperature";

    private static final String FIELD_CHANNEL = "field";
    private static final String BATH_CHANNEL = "bath-temperature";
    private static final String ACQUISITION = "acquisition ";

    /** A live value of the block that was just drained is no reading of its own. */
    private static final double OF_BLOCK_SECONDS = 1;

    private static final int MOST_SERIES = 64;

    private final Premises premises;
    private final Buffered buffered;
    private final Map<String, LiveSeries> all = new LinkedHashMap<>();
    private final Map<Integer, Double> begun = new HashMap<>();
    private final Map<String, Double> lastBlock = new HashMap<>();
    private final Map<Integer, Long> next = new HashMap<>();
    private long lost;

    /** Hears the thermometer's buffered readings on the axis. */
    @FunctionalInterface
    interface Buffered {
        void read(double rigSeconds, double raw, double kelvin);
    }

    Readings(Premises premises, Buffered buffered) {
        this.premises = premises;
        this.buffered = buffered;
        series(TEMPERATURE, "sample temperature", "K");
        series(FIELD, "field", "T");
        series(BATH, "bath", "K");
        series(HEAT, "heat taken up by the spins", "J");
        series(RESIDUAL, "measured minus predicted", "sigma");
    }

    private LiveSeries series(String id, String label, String unit) {
        return all.computeIfAbsent(id, made -> new LiveSeries(id, label, unit));
    }

    @Override
    public void heard(RunEvent event) {
        if (event instanceof ScalarRead read) {
            polled(read);
        } else if (event instanceof BlockTaken taken) {
            block(taken);
        } else if (event instanceof RowsTaken taken) {
            rows(taken);
        } else if (event instanceof SendMarked sent && sent.mark().startsWith(ACQUISITION)) {
            begun(sent);
        }
    }

    private void begun(SendMarked sent) {
        try {
            int number = Integer.parseInt(sent.mark().substring(ACQUISITION.length()));
            begun.put(number, (sent.beforeSeconds() + sent.rigSeconds()) / 2);
        } catch (NumberFormatException other) {
            // Another kind of mark that happens to begin so.
        }
    }

    private void polled(ScalarRead read) {
        double block = lastBlock.getOrDefault(read.channel(), Double.NEGATIVE_INFINITY);
        if (read.rigSeconds() <= block + OF_BLOCK_SECONDS) {
            return;
        }
        String id = id(read.channel());
        if (all.containsKey(id) || all.size() < MOST_SERIES) {
            series(id, read.channel(), read.unit()).add(read.rigSeconds(), read.value());
        }
    }

    static String id(String channel) {
        return switch (channel) {
            case TEMPERATURE_CHANNEL -> TEMPERATURE;
            case BATH_CHANNEL -> BATH;
            case FIELD_CHANNEL -> FIELD;
            default -> channel;
        };
    }

    private void block(BlockTaken taken) {
        lastBlock.put(taken.channel(), taken.rigSeconds());
        SampleBlock block = taken.block();
        count(taken.acquisition(), block.firstIndex(), block.size());
        Optional<DoubleUnaryOperator> law = law(premises, taken.channel());
        if (law.isEmpty() || (!all.containsKey(id(taken.channel())) && all.size() >= MOST_SERIES)) {
            return;
        }
        LiveSeries into = series(id(taken.channel()), taken.channel(), taken.rawUnit());
        boolean isThermometer = taken.channel().equals(TEMPERATURE_CHANNEL);
        double start = start(taken.acquisition(), taken.rigSeconds(), block);
        for (int i = 0; i < block.size(); i++) {
            double raw = block.raw()[i];
            double seconds = start + (block.firstIndex() + i) * block.intervalSeconds();
            double value = law.get().applyAsDouble(raw);
            into.add(seconds, value);
            if (isThermometer) {
                buffered.read(seconds, raw, value);
            }
        }
    }

    /** Unit of temperature and field. */
    static String unit(String id) {
        return id.equals(TEMPERATURE) ? "K" : "T";
    }

    /** How the buffered readings of a channel become its values; empty where that is not known. */
    static Optional<DoubleUnaryOperator> law(Premises premises, String channel) {
        if (channel.equals(TEMPERATURE_CHANNEL)) {
            return Optional.of(premises.facts().thermometry().kelvin());
        }
        return channel.equals(FIELD_CHANNEL) ? premises.monitorTesla() : Optional.of(raw -> raw);
    }

    /** Rig time of the first reading of an acquisition; by the last one's where its start was lost. */
    private double start(int acquisition, double rigSeconds, SampleBlock block) {
        double last = (block.firstIndex() + block.size() - 1) * block.intervalSeconds();
        return begun.computeIfAbsent(acquisition, lost -> rigSeconds - last);
    }

    private void count(int acquisition, long first, int size) {
        long due = next.getOrDefault(acquisition, 0L);
        lost += Math.max(0, first - due);
        next.put(acquisition, Math.max(due, first + size));
    }

    private void rows(RowsTaken taken) {
        count(taken.acquisition(), taken.firstRow(), taken.size());
        double last = taken.size() == 0 ? 0 : taken.seconds()[taken.size() - 1];
        double start = begun.computeIfAbsent(taken.acquisition(), lost -> taken.rigSeconds() - last);
        for (RowsTaken.Column column : taken.columns()) {
            String id = taken.channel() + "/" + column.name();
            if (!all.containsKey(id) && all.size() >= MOST_SERIES) {
                continue;
            }
            LiveSeries into = series(id, taken.channel() + " " + column.name(), column.unit());
            for (int i = 0; i < taken.size(); i++) {
                into.add(start + taken.seconds()[i], column.values()[i]);
            }
        }
    }

    /** A moved clock start of an acquisition: rig time of its first reading; empty where it has not begun. */
    Optional<Double> begun(int acquisition) {
        return Optional.ofNullable(begun.get(acquisition));
    }

    /** Buffered readings that should have come and did not. */
    long lost() {
        return lost;
    }

    LiveSeries get(String id) {
        return Optional.ofNullable(all.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no series \"" + id + "\", there are " + all.keySet()));
    }

    Optional<LiveSeries> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Those that have readings. */
    List<LiveSeries> filled() {
        return all.values().stream()
                .filter(series -> series.head().readings() > 0)
                .toList();
    }
}
