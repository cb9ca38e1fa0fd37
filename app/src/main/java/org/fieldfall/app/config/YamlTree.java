package org.fieldfall.app.config;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.config.Tree.Entry;
import org.fieldfall.app.config.Tree.Listing;
import org.fieldfall.app.config.Tree.Mapping;
import org.fieldfall.app.config.Tree.Scalar;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Text into a {@link Tree}. Values stay as written, so that {@code off} is a word and {@code 1e-9 W} no number. Keys that
 * come twice are noted; anchors are refused, as one value in two places has no one line.
 */
final class YamlTree {

    private final ConfigFile file;
    private final Problems problems;

    private YamlTree(ConfigFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The sections of a file; empty where it has none that can be read, which is noted. */
    static Optional<Mapping> read(ConfigFile file, Problems problems) {
        var reader = new YamlTree(file, problems);
        try {
            return reader.top();
        } catch (MarkedYAMLException e) {
            problems.add(
                    file.path(), lineOf(e), "", "malformed YAML (" + e.getProblem() + ")", "YAML that can be read");
        } catch (YAMLException e) {
            problems.add(file.path(), "malformed YAML (" + oneLine(e) + ")", "YAML that can be read");
        }
        return Optional.empty();
    }

    private Optional<Mapping> top() {
        var options = new LoaderOptions();
        var parser = new ParserImpl(new StreamReader(new StringReader(file.text())), options);
        var node = new Composer(parser, new Resolver(), options).getSingleNode();
        if (node instanceof MappingNode mapping) {
            return Optional.of(mapping(mapping, ""));
        }
        problems.add(file.path(), node == null ? "an empty file" : "no keys", "keys with values");
        return Optional.empty();
    }

    private Tree tree(Node node, String path) {
        if (node.getAnchor() != null) {
            note(node, path, "the anchor &" + node.getAnchor(), "the value itself, in each place");
            return new Scalar("");
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, path);
        }
        if (node instanceof SequenceNode sequence) {
            return new Listing(
                    sequence.getValue().stream().map(item -> tree(item, path)).toList());
        }
        return new Scalar(((ScalarNode) node).getValue());
    }

    private Mapping mapping(MappingNode node, String path) {
        var entries = new LinkedHashMap<String, Entry>();
        for (var tuple : node.getValue()) {
            add(tuple, path, entries);
        }
        return new Mapping(entries);
    }

    private void add(NodeTuple tuple, String path, Map<String, Entry> entries) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            note(tuple.getKeyNode(), path, "a key of several parts", "a key that is one word");
            return;
        }
        var inside = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
        var entry = new Entry(lineOf(key), tree(tuple.getValueNode(), inside));
        var earlier = entries.putIfAbsent(key.getValue(), entry);
        if (earlier != null) {
            note(key, inside, "the key a second time", "each key once (first on line " + earlier.line() + ")");
        }
    }

    private void note(Node node, String path, String came, String due) {
        problems.add(file.path(), lineOf(node), path, came, due);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static int lineOf(MarkedYAMLException e) {
        return e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
    }

    private static String oneLine(YAMLException e) {
        return String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
