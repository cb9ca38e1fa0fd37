package org.fieldfall.app.live.page;

import org.fieldfall.app.guard.OperatorDesk;
import org.fieldfall.app.live.view.RunView;

/** A run in progress as the page has it: what is seen of it and who takes acts. */
public record ShownRun(String id, RunView view, OperatorDesk desk) {}
