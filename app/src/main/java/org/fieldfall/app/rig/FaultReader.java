package org.fieldfall.app.rig;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.Nearest;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.UnfitValueException;
import org.fieldfall.simulator.FaultKind;

/** Reads faults as the command line writes them and gathers all that is wrong with them. Used once. */
final class FaultReader {

    private static final Pattern TEXT = Pattern.compile(
            "(?<name>[^/@:]+)(?:/(?<role>[^@:]*))?(?:@(?<anchor>[^+:]*)(?:\\+(?<offset>[^:]*))?)?(?::(?<lasts>.*))?");

    private final Map<String, String> roles;
    private final List<String> anchors;
    private final List<String> problems = new ArrayList<>();

    FaultReader(RigConfig rig, List<String> phases) {
        this.roles = rig.roles().instruments();
        this.anchors =
                Stream.concat(Stream.of(StagedFault.START), phases.stream()).toList();
    }

    List<StagedFault> read(List<String> texts) {
        List<StagedFault> faults =
                texts.stream().map(this::read).flatMap(Optional::stream).toList();
        if (!problems.isEmpty()) {
            throw new UnfitFaultException(problems);
        }
        return faults;
    }

    /** Whether the rig has an instrument that a fault can befall. */
    boolean isFor(String text) {
        return read(text).isPresent();
    }

    private Optional<StagedFault> read(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            problems.add("came \"" + text + "\", due " + StagedFault.SYNTAX + ", like supply.trip@sweep+0.03s");
            return Optional.empty();
        }
        int before = problems.size();
        String name = String.valueOf(parts.group("name"));
        String role = role(text, name, Optional.ofNullable(parts.group("role")));
        Optional<String> anchor = Optional.ofNullable(parts.group("anchor"));
        anchor.ifPresent(word -> known(text, "phase", word, anchors));
        OptionalDouble offset = seconds(text, Optional.ofNullable(parts.group("offset")));
        OptionalDouble lasts = seconds(text, Optional.ofNullable(parts.group("lasts")));
        if (lasts.isPresent() && (lasts.getAsDouble() == 0 || name.equals(StagedFault.DISK_FULL))) {
            problems.add(text + ": "
                    + (lasts.getAsDouble() == 0
                            ? "a duration of 0 s, due a longer one"
                            : "a full" + " disk stays full, no duration is due"));
        }
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new StagedFault(name, role, anchor, offset.orElse(0), lasts));
    }

    private String role(String text, String name, Optional<String> asked) {
        if (!known(text, "fault", name, StagedFault.names())) {
            return "";
        }
        Optional<FaultKind> kind = FaultKind.named(name);
        if (kind.isEmpty()) {
            asked.ifPresent(role -> problems.add(text + ": " + name + " befalls no role, came " + role));
            return "";
        }
        List<String> due = kind.get().isOfLine()
                ? List.copyOf(roles.keySet())
                : kind.get().roles().stream().filter(roles::containsKey).toList();
        String role = asked.orElse(kind.get().roles().get(0));
        if (due.isEmpty()) {
            problems.add(text + ": this rig has no "
                    + String.join(" and no ", kind.get().roles()));
        } else {
            known(text, "role", role, due);
        }
        return role;
    }

    private boolean known(String text, String what, String word, Collection<String> due) {
        if (due.contains(word)) {
            return true;
        }
        String nearest =
                Nearest.to(word, due).map(near -> ", nearest is " + near).orElse("");
        problems.add(text + ": no " + what + " \"" + word + "\"" + nearest + "; due one of " + String.join(", ", due));
        return false;
    }

    private OptionalDouble seconds(String text, Optional<String> written) {
        if (written.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double seconds = Measure.DURATION.read(written.get());
            if (seconds >= 0) {
                return OptionalDouble.of(seconds);
            }
            problems.add(text + ": came \"" + written.get() + "\", due no negative time");
        } catch (UnfitValueException e) {
            problems.add(text + ": came \"" + written.get() + "\" (" + e.reason() + "), due " + Measure.DURATION.noun()
                    + ", like 0.03s");
        }
        return OptionalDouble.empty();
    }
}
