/**
 * The page in a browser: a web server over the runs of this machine, its door and what goes through it.
 *
 * <p>Knows no instrument and no sequencer: it sees a run as a {@code RunView} and asks its desk for acts, so that its end, its
 * load or its death touch no run. The server keeps each series once, each viewer has cursors and one message in flight. HTTP's
 * one home; what a user has to know is in {@code app/docs/page.md}. Opens onto {@code live}, {@code live.view}, {@code guard},
 * {@code review}, {@code export}, {@code report}, {@code run}, {@code config} and {@code store}.
 */
@NullMarked
package org.fieldfall.app.live.page;

import org.jspecify.annotations.NullMarked;
