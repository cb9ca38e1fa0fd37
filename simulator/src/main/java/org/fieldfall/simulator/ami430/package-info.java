/**
 * An AMI Model 430 with its supply and a slow magnet, pretended: written from the manual, not from the driver. Opens onto
 * {@code simulator.scpi}, {@code simulator.wire} and {@code simulator.world}.
 */
@NullMarked
package org.fieldfall.simulator.ami430;

import org.jspecify.annotations.NullMarked;
