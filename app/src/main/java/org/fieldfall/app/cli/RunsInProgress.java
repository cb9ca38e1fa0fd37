package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fieldfall.app.guard.Holder;
import org.fieldfall.app.guard.Leases;

/** The runs in progress on this machine, and which of them is meant. */
record RunsInProgress(List<Holder> all) {

    RunsInProgress {
        all = List.copyOf(all);
    }

    static RunsInProgress on(Leases leases) {
        return new RunsInProgress(leases.holders().stream()
                .filter(holder -> !holder.runId().isEmpty())
                .toList());
    }

    /**
     * The one that is meant.
     *
     * @param asked rig, number of the run on its day, beginning of its id or of its folder's name, its path; may be left out
     *     where one run is in progress
     * @throws NoRunException if there is none
     * @throws UsageException if there are several
     */
    Holder meant(Optional<String> asked) {
        List<Holder> fitting = all.stream()
                .filter(run -> asked.map(name -> isCalled(run, name)).orElse(true))
                .toList();
        if (fitting.isEmpty()) {
            throw new NoRunException(
                    asked.map(name -> "no run " + name + " is in progress here").orElse("no run is in progress here")
                            + (all.isEmpty() ? "" : ", but:" + list(all)));
        }
        if (fitting.size() > 1) {
            throw new UsageException(fitting.size() + " runs are in progress, name the one you mean:" + list(fitting));
        }
        return fitting.get(0);
    }

    static boolean isCalled(Holder run, String name) {
        return isCalled(run.rig(), run.runId(), run.runFolder(), name);
    }

    static boolean isCalled(String rig, String id, String path, String name) {
        String folder = path.isEmpty() ? "" : String.valueOf(Path.of(path).getFileName());
        // Digits are the number of a run, and never by chance the beginning of another's id.
        boolean canBeNumber = name.matches("\\d{1,6}");
        boolean isNumber = canBeNumber
                && folder.matches("\\d+_.*")
                && Integer.parseInt(folder.substring(0, folder.indexOf('_'))) == Integer.parseInt(name);
        return isNumber
                || rig.equals(name)
                || (!canBeNumber && id.startsWith(name))
                || (!folder.isEmpty()
                        && (folder.startsWith(name)
                                || Path.of(path).equals(Path.of(name).toAbsolutePath())));
    }

    private static String list(List<Holder> runs) {
        return runs.stream()
                .map(run -> "\n  "
                        + run.runId().substring(0, Math.min(8, run.runId().length())) + "  rig " + run.rig() + ", "
                        + run.words())
                .collect(Collectors.joining());
    }
}
