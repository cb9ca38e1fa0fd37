package org.fieldfall.app.live.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fieldfall.app.guard.OperatorDesk;
import org.fieldfall.app.guard.Standing;
import org.fieldfall.app.live.view.RunView;
import org.fieldfall.app.store.CatalogueEntry;

/** Runs of a test's own: views by id, one desk that remembers what it was asked. */
final class FakeRuns implements Runs, OperatorDesk {

    final Map<String, RunView> views = new ConcurrentHashMap<>();
    final List<String> asked = new ArrayList<>();
    String own = "";

    @Override
    public List<CatalogueEntry> entries() {
        return List.of();
    }

    @Override
    public List<String> going() {
        return List.copyOf(views.keySet());
    }

    @Override
    public Optional<String> own() {
        return Optional.of(own).filter(id -> !id.isEmpty());
    }

    @Override
    public Optional<RunView> view(String id) {
        return Optional.ofNullable(views.get(id));
    }

    @Override
    public Optional<OperatorDesk> desk(String id) {
        return views.containsKey(id) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Optional<Path> folder(String id) {
        return Optional.empty();
    }

    private synchronized Reply taken(String act) {
        asked.add(act);
        return new Reply(true, "taken");
    }

    @Override
    public Reply hold(String who) {
        return taken("hold by " + who);
    }

    @Override
    public Reply resume(String who) {
        return taken("resume by " + who);
    }

    @Override
    public Reply stop(String who) {
        return taken("stop by " + who);
    }

    @Override
    public Reply emergency(String who) {
        return taken("emergency by " + who);
    }

    @Override
    public Reply acknowledge(String guard, String who, String text) {
        return taken("ack " + guard + " by " + who + ": " + text);
    }

    @Override
    public Reply note(String who, String text) {
        return taken("note by " + who + ": " + text);
    }

    @Override
    public Standing standing() {
        return new Standing("RUNNING", "relax", Optional.empty(), List.of());
    }
}
