package org.fieldfall.app.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fieldfall.app.store.CampaignFolder;
import org.fieldfall.app.store.Manifest;

/** What to type to do a run again. */
final class RepeatCommand {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,+-]+");

    private RepeatCommand() {}

    static String of(Manifest manifest) {
        Manifest.Run run = manifest.run();
        List<String> words = new ArrayList<>(List.of("app/bin/fieldfall"));
        words.add(run.seed().isPresent() ? "dry-run" : "run");
        words.add(protocol(manifest));
        words.addAll(List.of("--sample", manifest.documents().sample().name()));
        words.addAll(List.of("--rig", manifest.documents().rig().name()));
        run.seed().ifPresent(seed -> words.addAll(List.of("--seed", String.valueOf(seed))));
        words.addAll(List.of("--operator", run.who()));
        if (!run.why().isBlank()) {
            words.addAll(List.of("--note", run.why()));
        }
        return String.join(" ", words.stream().map(RepeatCommand::quoted).toList());
    }

    /** A shot of a campaign has a file of its own beside the campaign's record. */
    private static String protocol(Manifest manifest) {
        String name = manifest.documents().protocol().name();
        return manifest.campaign()
                .map(place -> Path.of("runs")
                        .resolve(CampaignFolder.path(name.replaceFirst("-shot-\\d+$", ""), place.id()))
                        .resolve(CampaignFolder.protocolName(place.shot()))
                        .toString())
                .orElse(name);
    }

    /** As a POSIX shell takes it for one word. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
