package org.fieldfall.app.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Builds a page. Whatever comes in as text is escaped; only {@link #picture} takes markup, which we draw ourselves. */
final class Html {

    private final StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** What a head begins with: letters in UTF-8, as wide as the screen is. */
    Html meta() {
        page.append("<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        return this;
    }

    /** Opens an element. */
    Html open(String element) {
        page.append('<').append(element).append('>');
        open.push(element);
        return this;
    }

    /** Opens an element of a class of the style sheet. */
    Html open(String element, String kind) {
        return open(element, "class", kind);
    }

    Html open(String element, String attribute, String value) {
        page.append('<').append(element).append(' ').append(attribute).append("=\"");
        escape(value);
        page.append("\">");
        open.push(element);
        return this;
    }

    /** Closes the element that was opened last. */
    Html close() {
        page.append("</").append(open.pop()).append(">\n");
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** An element with nothing but text in it. */
    Html element(String element, String text) {
        return open(element).text(text).close();
    }

    Html element(String element, String kind, String text) {
        return open(element, kind).text(text).close();
    }

    /** An SVG element as {@code picture} makes it. */
    Html picture(String svg) {
        page.append(svg).append('\n');
        return this;
    }

    /** The rules of the page, as they are. */
    Html style(String rules) {
        page.append("<style>\n").append(rules).append("</style>\n");
        return this;
    }

    /** A row of a table's head. */
    Html head(String... cells) {
        open("thead").open("tr");
        for (String cell : cells) {
            open("th", "scope", "col").text(cell).close();
        }
        return close().close();
    }

    /** A row whose first cell names it. */
    Html row(String name, List<String> cells) {
        open("tr").open("th", "scope", "row").text(name).close();
        cells.forEach(cell -> element("td", cell));
        return close();
    }

    Html row(String name, String... cells) {
        return row(name, List.of(cells));
    }

    /** Something to unfold. */
    Html openFold(String title) {
        return open("details").element("summary", title);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '&' -> page.append("&amp;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(isShown(letter) ? letter : '\uFFFD');
            }
        }
    }

    /** HTML has no place for control characters. */
    private static boolean isShown(char letter) {
        return (letter >= ' ' && letter != 0x7F) || letter == '\n' || letter == '\t' || letter == '\r';
    }

    /** All of it. */
    String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return page.toString();
    }
}
