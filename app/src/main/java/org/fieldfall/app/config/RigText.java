package org.fieldfall.app.config;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** The text of a rig file with some of its values replaced and all else, comments too, as it was. */
public final class RigText {

    private RigText() {}

    /**
     * The same rig on other lines, readable from anywhere: paths in it are made absolute.
     *
     * @param resources by instrument
     */
    public static String on(RigConfig rig, Map<String, String> resources) {
        return on(rig, resources, top -> Stream.empty());
    }

    /**
     * The same rig with its instruments played from captures.
     *
     * @param resources by instrument, each a capture's
     */
    public static String replayed(RigConfig rig, Map<String, String> resources) {
        return on(rig, resources, top -> edit(top, "replay", "source"));
    }

    private static String on(RigConfig rig, Map<String, String> resources, Function<Node, Stream<Edit>> more) {
        var text = rig.file().text();
        var top = top(text);
        var lines = resources.entrySet().stream()
                .flatMap(line -> edit(top, line.getValue(), "instruments", line.getKey(), "resource"));
        var curve = rig.roles().sampleThermometer().curve();
        var curves = edit(top, path(curve), "roles", "sample-thermometer", "curve");
        var tables = Stream.concat(
                table(top, rig.platform().link(), "link"),
                table(top, rig.platform().addenda(), "addenda"));
        var edits = Stream.of(lines, curves, tables, more.apply(top))
                .flatMap(each -> each)
                .sorted(Comparator.comparingInt(Edit::from).reversed())
                .toList();
        return applied(edits, text);
    }

    private static Stream<Edit> table(Node top, ThermalLaw law, String key) {
        return law instanceof ThermalLaw.Table table
                ? edit(top, path(table.file().path()), "platform", key, "table")
                : Stream.empty();
    }

    private static String path(Path path) {
        return path.toAbsolutePath().normalize().toString().replace('\\', '/');
    }

    private static String applied(List<Edit> edits, String text) {
        var edited = new StringBuilder(text);
        // Marks count code points; the last edit comes first, so that earlier marks stay true.
        edits.forEach(edit -> edited.replace(
                text.offsetByCodePoints(0, edit.from()), text.offsetByCodePoints(0, edit.to()), edit.quoted()));
        return edited.toString();
    }

    private static Stream<Edit> edit(Node top, String value, String... keys) {
        var at = Optional.of(top);
        for (var key : keys) {
            at = at.flatMap(node -> child(node, key));
        }
        return at.stream()
                .map(node -> new Edit(
                        node.getStartMark().getIndex(), node.getEndMark().getIndex(), value));
    }

    private static Optional<Node> child(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .map(tuple -> tuple.getValueNode())
                        .findFirst()
                : Optional.empty();
    }

    private static Node top(String text) {
        var options = new LoaderOptions();
        var parser = new ParserImpl(new StreamReader(new StringReader(text)), options);
        return new Composer(parser, new Resolver(), options).getSingleNode();
    }

    /** One value, from a code point to another. */
    private record Edit(int from, int to, String value) {
        String quoted() {
            return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }
}
