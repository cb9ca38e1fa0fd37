package org.fieldfall.app.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Draws an SVG document.
 *
 * <p>Text stays text, with its own anchor, so that a label is where it belongs in whatever font a viewer has. Nothing is
 * taken from elsewhere and nothing depends on the time or the locale; the room left for numbers comes from Java's fonts.
 */
final class SvgInk implements Ink {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String FONTS = "'DejaVu Sans', Arial, Helvetica, sans-serif";
    private static final double MILLIMETRES_PER_POINT = 25.4 / 72;

    private final StringWriter document = new StringWriter();
    private final XMLStreamWriter out;
    private final String ids;
    private int boxes;

    /** @param ids beginning of the names of its parts */
    SvgInk(String title, List<Label> source, double width, double height, String ids) {
        this.ids = ids;
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(document);
            out.writeStartDocument("UTF-8", "1.0");
            open("svg");
            out.writeDefaultNamespace(NAMESPACE);
            out.writeAttribute("width", SvgNumber.of(MILLIMETRES_PER_POINT * width) + "mm");
            out.writeAttribute("height", SvgNumber.of(MILLIMETRES_PER_POINT * height) + "mm");
            out.writeAttribute("viewBox", "0 0 " + SvgNumber.of(width) + " " + SvgNumber.of(height));
            out.writeAttribute("font-family", FONTS);
            out.writeAttribute("stroke-linejoin", "round");
            words("title", title);
            words("desc", source.stream().map(Label::text).collect(Collectors.joining(" ")));
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        fill(new Rectangle2D.Double(0, 0, width, height), Color.WHITE);
    }

    /** All of it; nothing can be drawn after that. */
    String document() {
        write(() -> {
            out.writeCharacters("\n");
            out.writeEndElement();
            out.writeCharacters("\n");
            out.writeEndDocument();
            out.close();
        });
        return document.toString();
    }

    @Override
    public void stroke(Shape line, Pen pen) {
        write(() -> {
            empty("path");
            out.writeAttribute("d", data(line));
            out.writeAttribute("fill", "none");
            out.writeAttribute("stroke", hex(pen.color()));
            out.writeAttribute("stroke-width", SvgNumber.of(pen.width()));
            if (pen.dash() != Dash.SOLID) {
                out.writeAttribute("stroke-dasharray", SvgNumber.list(pen.dash().points()));
            }
        });
    }

    @Override
    public void fill(Shape area, Color color) {
        write(() -> {
            empty("path");
            out.writeAttribute("d", data(area));
            out.writeAttribute("fill", hex(color));
        });
    }

    @Override
    public void text(Label label, Type type, Align align, double x, double y) {
        write(() -> {
            text(type, align);
            out.writeAttribute("x", SvgNumber.of(x));
            out.writeAttribute("y", SvgNumber.of(y));
            runs(label, type);
        });
    }

    @Override
    public void textUpwards(Label label, Type type, Align align, double x, double y) {
        write(() -> {
            text(type, align);
            out.writeAttribute("transform", "translate(" + SvgNumber.of(x) + " " + SvgNumber.of(y) + ") rotate(-90)");
            runs(label, type);
        });
    }

    @Override
    public void within(Rectangle2D box, Runnable drawing) {
        var name = ids + "box" + ++boxes;
        write(() -> {
            open("clipPath");
            out.writeAttribute("id", name);
            empty("path");
            out.writeAttribute("d", data(box));
            out.writeEndElement();
            open("g");
            out.writeAttribute("clip-path", "url(#" + name + ")");
        });
        drawing.run();
        write(out::writeEndElement);
    }

    private void text(Type type, Align align) throws XMLStreamException {
        open("text");
        // Else a viewer drops the space between an index and what follows it.
        out.writeAttribute("xml", XMLConstants.XML_NS_URI, "space", "preserve");
        out.writeAttribute("font-size", SvgNumber.of(type.size()));
        if (align != Align.START) {
            out.writeAttribute("text-anchor", align.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Closes the text too. An offset in y holds for all that follows, so each run starts from that of the one before. */
    private void runs(Label label, Type type) throws XMLStreamException {
        var dropped = 0.0;
        for (var run : label.runs()) {
            run(run, type, type.drop(run) - dropped);
            dropped = type.drop(run);
        }
        out.writeEndElement();
    }

    private void run(Label.Run run, Type type, double drop) throws XMLStreamException {
        if (drop == 0 && !run.isItalic() && run.level() == Label.Level.LINE) {
            out.writeCharacters(run.text());
            return;
        }
        out.writeStartElement("tspan");
        if (drop != 0) {
            out.writeAttribute("dy", SvgNumber.of(drop));
        }
        if (run.level() != Label.Level.LINE) {
            out.writeAttribute("font-size", SvgNumber.of(Type.SMALL * type.size()));
        }
        if (run.isItalic()) {
            out.writeAttribute("font-style", "italic");
        }
        out.writeCharacters(run.text());
        out.writeEndElement();
    }

    private void words(String element, String text) throws XMLStreamException {
        open(element);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private void open(String element) throws XMLStreamException {
        out.writeCharacters("\n");
        out.writeStartElement(element);
    }

    private void empty(String element) throws XMLStreamException {
        out.writeCharacters("\n");
        out.writeEmptyElement(element);
    }

    private static String data(Shape shape) {
        var data = new StringBuilder();
        double[] at = new double[6];
        for (var parts = shape.getPathIterator(null); !parts.isDone(); parts.next()) {
            switch (parts.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> data.append('M').append(SvgNumber.list(at, 2));
                case PathIterator.SEG_LINETO -> data.append('L').append(SvgNumber.list(at, 2));
                case PathIterator.SEG_QUADTO -> data.append('Q').append(SvgNumber.list(at, 4));
                case PathIterator.SEG_CUBICTO -> data.append('C').append(SvgNumber.list(at, 6));
                default -> data.append('Z');
            }
        }
        return data.toString();
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    }

    private static void write(Writing part) {
        try {
            part.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("SVG in memory cannot be written", e);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws XMLStreamException;
    }
}
