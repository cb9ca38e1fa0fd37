package org.fieldfall.app.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A walk through one segment, up to where no whole frame begins yet. */
final class SegmentWalk implements Closeable {

    private final String name;
    private final int number;
    private final FileChannel file;
    private final LogBytes bytes;
    private final LogScan scan;
    private final LogTally tally;
    private long offset;
    private boolean isForeign;

    SegmentWalk(LogFiles files, int number, LogTally tally) throws IOException {
        this.name = files.name(number);
        this.number = number;
        this.tally = tally;
        this.file = FileChannel.open(files.segment(number), StandardOpenOption.READ);
        this.bytes = new LogBytes(file);
        this.scan = new LogScan(bytes);
    }

    int number() {
        return number;
    }

    /** At a frame that was found before. */
    SegmentWalk(LogFiles files, LogPosition at, LogTally tally) throws IOException {
        this(files, at.segment(), tally);
        this.offset = at.offset();
    }

    /** Where the frame stands that is being handed over. */
    LogPosition position() {
        return new LogPosition(number, offset, tally.lastSequence());
    }

    /**
     * Takes the whole frames that are there by now and were not taken before, until {@code wanted} has enough.
     *
     * @return false if it has
     */
    boolean advance(Predicate<LogEntry> wanted) throws IOException {
        bytes.refresh();
        if (offset == 0) {
            offset = passFileHeader();
        }
        var enough = new Enough(wanted);
        long from = -1;
        while (offset > from && offset > 0 && offset < bytes.size() && !isForeign && !enough.isReached) {
            from = offset;
            offset = step(enough);
        }
        return !enough.isReached;
    }

    private static final class Enough implements Consumer<LogEntry> {

        private final Predicate<LogEntry> wanted;
        private boolean isReached;

        private Enough(Predicate<LogEntry> wanted) {
            this.wanted = wanted;
        }

        @Override
        public void accept(LogEntry entry) {
            isReached = !wanted.test(entry);
        }
    }

    /** Where the frames begin; 0 while the header is not there. A frame may stand sooner if part of it was cut out. */
    private long passFileHeader() throws IOException {
        if (bytes.size() < LogFormat.FILE_HEADER_BYTES) {
            return 0;
        }
        var header = LogHeader.decoded(bytes.at(0, LogFormat.FILE_HEADER_BYTES));
        if (header.isPresent()) {
            check(header.get());
            return LogFormat.FILE_HEADER_BYTES;
        }
        long end = Math.min(LogFormat.FILE_HEADER_BYTES, scan.nextWhole(0, tally.lastSequence()));
        tally.damage(damage(0, end, Damage.Kind.FILE_HEADER, "the file header is damaged or cut"));
        return end;
    }

    private void check(LogHeader header) {
        isForeign = !tally.begins(header);
        if (isForeign) {
            String what = "the file belongs to run " + header.runId() + " and is passed over";
            tally.damage(damage(0, bytes.size(), Damage.Kind.FILE_HEADER, what));
        } else if (header.segment() != number) {
            String what = "the file says it is segment " + header.segment() + ", not " + number;
            tally.damage(damage(0, LogFormat.FILE_HEADER_BYTES, Damage.Kind.FILE_HEADER, what));
        }
    }

    private long step(Consumer<LogEntry> heard) throws IOException {
        var whole = scan.wholeAt(offset, tally.lastSequence());
        if (whole.isEmpty()) {
            return passDamage();
        }
        var head = whole.get();
        tally.take(name, offset, head, scan.payload(offset, head), heard);
        return offset + head.frameBytes();
    }

    // Without a whole frame behind it, it may be one that is being written.
    private long passDamage() throws IOException {
        long next = scan.nextWhole(offset + 1, tally.lastSequence());
        var behind = scan.wholeAt(next, tally.lastSequence());
        if (behind.isEmpty()) {
            return offset;
        }
        long sequence = behind.get().sequence();
        tally.damage(damage(offset, next - offset, Damage.Kind.GARBLED, tally.missingBefore(sequence)));
        tally.passed(sequence);
        return next;
    }

    /** What stands behind the last whole frame, if nothing more is to come. */
    Optional<Damage> tail() throws IOException {
        if (bytes.size() < LogFormat.FILE_HEADER_BYTES) {
            return Optional.of(
                    number > 0
                            ? damage(0, bytes.size(), Damage.Kind.TORN_TAIL, "the file ends inside its header")
                            : damage(0, bytes.size(), Damage.Kind.FILE_HEADER, "the file header is damaged or cut"));
        }
        if (offset == bytes.size() || isForeign) {
            return Optional.empty();
        }
        return Optional.of(
                scan.isTornAt(offset)
                        ? damage(offset, bytes.size() - offset, Damage.Kind.TORN_TAIL, "the file ends inside a frame")
                        : damage(
                                offset,
                                bytes.size() - offset,
                                Damage.Kind.GARBLED,
                                "no whole frame up to the end of the file"));
    }

    private Damage damage(long from, long count, Damage.Kind kind, String what) {
        return new Damage(name, from, count, kind, what);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
