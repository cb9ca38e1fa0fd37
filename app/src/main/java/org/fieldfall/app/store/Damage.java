package org.fieldfall.app.store;

/**
 * One place where a log is not what its writer wrote.
 *
 * @param file name of the segment
 * @param offset of the first byte concerned, from the beginning of the file
 * @param bytes how many bytes are passed over; 0 where frames are missing without a trace
 */
public record Damage(String file, long offset, long bytes, Kind kind, String what) {

    /** What sort of damage. */
    public enum Kind {
        /** The file header is gone or wrong; the frames may all be there. */
        FILE_HEADER,
        /** Bytes that are no whole frame, with whole frames or the file's end behind them. */
        GARBLED,
        /** The file ends inside a frame: it was cut, or is being written at this moment. */
        TORN_TAIL,
        /** A whole file of the log is not there. */
        MISSING_SEGMENT,
        /** Frame numbers are left out between two whole neighbours. */
        MISSING_FRAMES,
        /** The checksum is right and the content is not what the frame's type promises. */
        CONTENT
    }

    @Override
    public String toString() {
        return file + " at byte " + offset + " (" + bytes + " bytes): " + what;
    }
}
