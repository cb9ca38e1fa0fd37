/**
 * What happened: the events of a run, in the order they were heard, as immutable records.
 *
 * <p>The store writes every one of them down, the terminal and the page show them. Opens onto {@code instrument} only.
 */
@NullMarked
package org.fieldfall.protocols.run;

import org.jspecify.annotations.NullMarked;
