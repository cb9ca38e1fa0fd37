package org.fieldfall.app.live.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.guard.OperatorDesk;
import org.fieldfall.app.live.view.RunView;
import org.fieldfall.app.store.CatalogueEntry;

/** The runs a page can show, by their whole ids; an id that is none of them leads nowhere. Safe to share. */
public interface Runs {

    /** Stored ones and those in progress that have a folder, the newest first. */
    List<CatalogueEntry> entries();

    /** Ids of those in progress. */
    List<String> going();

    /** The run that this server was started beside, if it was. */
    Optional<String> own();

    Optional<RunView> view(String id);

    /** Who takes acts on a run in progress. */
    Optional<OperatorDesk> desk(String id);

    Optional<Path> folder(String id);
}
