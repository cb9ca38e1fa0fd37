package org.fieldfall.app.store;

import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import java.util.List;

/**
 * A group of a {@link NexusFile}: further groups, fields with their units, attributes.
 *
 * <p>jhdf writes neither empty arrays nor empty texts: what has none is left out. Texts are of fixed length in UTF-8, which
 * Python's h5py returns as bytes.
 */
public final class NexusGroup {

    /** Readings to a chunk; a reader that wants a part of a field unpacks no more than it touches. */
    private static final int CHUNK = 32_768;

    /** The lowest level: noise hardly packs, and time packs at any. */
    private static final int DEFLATE = 1;

    private final WritableGroup group;

    NexusGroup(WritableGroup group) {
        this.group = group;
    }

    /** A new group in this one. */
    public NexusGroup group(String name, String nexusClass) {
        WritableGroup made = group.putGroup(name);
        made.putAttribute("NX_class", nexusClass);
        return new NexusGroup(made);
    }

    public NexusGroup attribute(String name, String text) {
        if (!text.isEmpty()) {
            group.putAttribute(name, text);
        }
        return this;
    }

    public NexusGroup attribute(String name, int number) {
        group.putAttribute(name, number);
        return this;
    }

    public NexusGroup text(String name, String text) {
        if (!text.isEmpty()) {
            group.putDataset(name, text);
        }
        return this;
    }

    public NexusGroup texts(String name, List<String> texts) {
        if (!texts.isEmpty() && texts.stream().noneMatch(String::isEmpty)) {
            group.putDataset(name, texts.toArray(String[]::new));
        }
        return this;
    }

    /** @param unit as NeXus writes it; empty for a pure number */
    public NexusGroup number(String name, double value, String unit) {
        units(group.putDataset(name, value), unit);
        return this;
    }

    /** A number and its standard uncertainty, the latter in a field of its own with {@code _errors}; NaN is left out. */
    public NexusGroup number(String name, double value, double sigma, String unit) {
        if (!Double.isNaN(value)) {
            number(name, value, unit);
        }
        if (!Double.isNaN(value) && Double.isFinite(sigma)) {
            number(name + "_errors", sigma, unit);
        }
        return this;
    }

    public NexusGroup whole(String name, long value) {
        group.putDataset(name, value);
        return this;
    }

    public NexusGroup numbers(String name, double[] values, String unit) {
        if (values.length > 0) {
            units(group.putDataset(name, values, packing(values.length)), unit);
        }
        return this;
    }

    /**
     * Times as NeXus wants them: seconds from a moment that is named.
     *
     * @param start that moment in ISO 8601
     */
    public NexusGroup times(String name, double[] seconds, String start) {
        if (seconds.length > 0) {
            WritableDataset times = group.putDataset(name, seconds, packing(seconds.length));
            units(times, "s");
            times.putAttribute("start", start);
        }
        return this;
    }

    private static DatasetCreationOptions packing(int length) {
        return DatasetCreationOptions.builder()
                .chunkDimensions(Math.min(length, CHUNK))
                .shuffle()
                .deflate(DEFLATE)
                .build();
    }

    private static void units(WritableDataset field, String unit) {
        if (!unit.isEmpty()) {
            field.putAttribute("units", unit);
        }
    }
}
