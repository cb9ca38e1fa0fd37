/**
 * Calibration files of thermometers, as makers deliver them, read into curves.
 *
 * <p>Pure text in, curve or a list of problems out; knows no file system. Opens onto {@code protocols.instrument}.
 */
@NullMarked
package org.fieldfall.drivers.calibration;

import org.jspecify.annotations.NullMarked;
