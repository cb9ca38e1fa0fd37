package org.fieldfall.app.store;

/**
 * Where a frame stands in a log.
 *
 * @param segment number of the file
 * @param offset of the frame in it
 * @param sequence number of the frame
 */
record LogPosition(int segment, long offset, long sequence) {}
