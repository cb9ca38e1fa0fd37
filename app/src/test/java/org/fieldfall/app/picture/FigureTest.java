package org.fieldfall.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.fieldfall.app.figure.Crystals;
import org.fieldfall.app.figure.PaperFigure;
import org.fieldfall.app.figure.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@Isolated("changes the locale of the machine")
class FigureTest {

    @TempDir
    Path folder;

    @Test
    void writesThePngInTheSizeItIsPrintedIn() throws Exception {
        var image = png(figure(PaperFigure.SUDDEN_COOLING));

        // 171 mm at 600 dots an inch
        assertThat(image.getWidth()).isCloseTo(4040, within(4));
        assertThat(image.getHeight()).isBetween(1500, 2200);
        for (var hue : List.of(Hue.BLUE, Hue.VERMILION, Hue.GREEN, Hue.BLACK, Hue.PURPLE)) {
            assertThat(count(image, hue.color())).as("%s pixels", hue).isGreaterThan(2000);
        }
        assertThat(count(image, Color.WHITE)).isGreaterThan(image.getWidth() * (long) image.getHeight() / 2);
    }

    /** A metre is 39.37 inches: 600 dots an inch are 23622 a metre, in the chunk pHYs of the PNG. */
    @Test
    void thePngSaysHowLargeItIs() throws Exception {
        png(figure(PaperFigure.RELAXATION_TIME));

        var bytes = Files.readAllBytes(folder.resolve("figure.png"));

        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var at = text.indexOf("pHYs") + 4;
        assertThat(ByteBuffer.wrap(bytes, at, 8).getInt()).isEqualTo(23622);
        assertThat(bytes[at + 8]).isEqualTo((byte) 1);
    }

    @Test
    void theSvgIsXmlWithItsTextAsText() throws Exception {
        var svg = parsed(svg(figure(PaperFigure.SUDDEN_COOLING)));

        assertThat(svg.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("171.1mm");
        assertThat(texts(svg))
                .contains("Ti (K)", "ΔT (K)", "(a) Bi = 0.5 T", "(b) Bi = 1 T", "Bf = 0.03 T", "τ = 1 s at 4.60 K")
                .contains("−1.0", "0.0", "10")
                .anyMatch(text -> text.startsWith("Sample mn12ac-paper:"));
    }

    @Test
    void theSvgTakesNothingFromElsewhere() {
        assertThat(svg(figure(PaperFigure.SUDDEN_COOLING)))
                .doesNotContain("DOCTYPE", "href", "<style", "<image", "NaN", "Infinity")
                .containsOnlyOnce("http");
    }

    @ParameterizedTest
    @EnumSource
    void theSameFigureIsTheSameBytesWhateverTheLocale(PaperFigure which) throws Exception {
        var before = Locale.getDefault();
        var first = svg(figure(which));
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(svg(figure(which))).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void namesACurveThatIsAlone() throws Exception {
        var asked = new Values(List.of(1.0), List.of(0.1), List.of());

        var figure = PaperFigure.SUDDEN_COOLING.draw(Crystals.paper(), asked).figure();

        assertThat(texts(parsed(svg(figure)))).contains("Bf = 0.1 T", "(a) Bi = 1 T");
        assertThat(figure.columns()).isEqualTo(1);
    }

    @Test
    void escapesWhatXmlWouldTakeForMarkup() throws Exception {
        var plain = figure(PaperFigure.RELAXATION_TIME);
        var odd = new Figure("<&>\"", plain.panels(), 1, List.of(Label.plain("a < b & \"c\" *d*_{e}")));

        assertThat(texts(parsed(svg(odd)))).contains("a < b & \"c\" *d*_{e}");
    }

    private static Figure figure(PaperFigure which) {
        return which.draw(Crystals.paper(), Values.own()).figure();
    }

    private String svg(Figure figure) {
        var file = folder.resolve("figure.svg");
        figure.writeSvg(file);
        return read(file);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedImage png(Figure figure) throws Exception {
        var file = folder.resolve("figure.png");
        figure.writePng(file);
        return ImageIO.read(file.toFile());
    }

    private static Document parsed(String svg) throws Exception {
        var parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        return parsers.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document svg) {
        var texts = svg.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
    }

    private static long count(BufferedImage image, Color colour) {
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return IntStream.of(pixels).filter(pixel -> pixel == colour.getRGB()).count();
    }
}
