package org.fieldfall.app.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes images as PNG that say how large they are meant to be. */
final class Png {

    private static final double METRES_PER_INCH = 0.0254;

    private Png() {}

    static void write(BufferedImage image, int dotsPerInch, Path file) {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        try (var out = Files.newOutputStream(file);
                var encoded = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(encoded);
            writer.write(new IIOImage(image, null, sized(writer, image, dotsPerInch)));
        } catch (IOException failure) {
            throw new UncheckedIOException("picture " + file + ": cannot be written", failure);
        } finally {
            writer.dispose();
        }
    }

    /** The chunk pHYs, which counts in dots a metre. */
    private static IIOMetadata sized(ImageWriter writer, BufferedImage image, int dotsPerInch) throws IOException {
        var metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        var dots = Long.toString(Math.round(dotsPerInch / METRES_PER_INCH));
        var size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", dots);
        size.setAttribute("pixelsPerUnitYAxis", dots);
        size.setAttribute("unitSpecifier", "meter");
        var root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
        root.appendChild(size);
        metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
        return metadata;
    }
}
