package org.fieldfall.app.run;

import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.fieldquench.Shot;
import org.fieldfall.protocols.instrument.Figure;

/**
 * What the record of a run takes on the disk, with all that is made of it at the end.
 *
 * @param bytes an upper estimate
 */
public record RecordSize(long bytes, Disk disk) {

    /** Log, trace table, NeXus file and pyramid; more than was seen, as readings of another meter may pack less well. */
    private static final double BYTES_PER_READING = 80;

    /** Manifest, summary, pictures, report and events. */
    private static final double BYTES_PER_SHOT = 2e6;

    private static final double MEGABYTE = 1e6;

    static RecordSize of(List<Shot> shots, Disk disk) {
        double bytes = shots.stream()
                .mapToDouble(shot -> BYTES_PER_SHOT + BYTES_PER_READING * shot.readings())
                .sum();
        return new RecordSize((long) bytes, disk);
    }

    Optional<String> refusal() {
        return bytes <= disk.freeBytes()
                ? Optional.empty()
                : Optional.of(Figure.text(
                        "disk: the record may take %.0f MB, %s has %.0f MB left",
                        bytes / MEGABYTE, disk.folder(), disk.freeBytes() / MEGABYTE));
    }
}
