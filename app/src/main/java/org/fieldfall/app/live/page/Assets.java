package org.fieldfall.app.live.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page's own files, read once from the jar; there are no others. */
final class Assets {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String PICTURE = "image/svg+xml";

    /** Names below {@code page/}, the first one also as {@code /}. */
    static final List<String> NAMES = List.of(
            "index.html",
            "page.css",
            "main.js",
            "feed.js",
            "charts.js",
            "board.js",
            "levels.js",
            "runs.js",
            "server.js",
            "uplot.js",
            "uplot.css",
            "icon.svg");

    /** One file. */
    record Asset(String type, byte[] bytes) {}

    private final Map<String, Asset> all = new LinkedHashMap<>();

    Assets() {
        NAMES.forEach(name -> all.put(name, new Asset(type(name), read(name))));
    }

    Map<String, Asset> all() {
        return all;
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".html" -> HTML;
            case ".js" -> SCRIPT;
            case ".css" -> STYLE;
            default -> PICTURE;
        };
    }

    private static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("page/" + name + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
