package org.fieldfall.app.config;

import java.util.List;
import java.util.Map;

/** What a YAML file says, as written, with the line each key stands on. */
sealed interface Tree {

    /** What it is, for a message. */
    String words();

    /** A single value; empty where nothing was written. */
    record Scalar(String text) implements Tree {
        boolean isEmpty() {
            return text.isBlank();
        }

        @Override
        public String words() {
            return isEmpty() ? "nothing" : '"' + text + '"';
        }
    }

    /** Keys in the order of the file. */
    record Mapping(Map<String, Entry> entries) implements Tree {
        @Override
        public String words() {
            return "a section";
        }
    }

    /** Values without keys. */
    record Listing(List<Tree> items) implements Tree {
        @Override
        public String words() {
            return "a list";
        }
    }

    /** @param line of the key, counted from 1 */
    record Entry(int line, Tree value) {}
}
