package rewardscope.ui.share;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import rewardscope.ui.Pixels;
import rewardscope.ui.theme.Palette;

/// Pixels of a part of the window with the stamp below, and their PNG file, which holds the experiment as text, too.
final class NodePicture {
    private NodePicture() {}

    /// @param scale pixels per unit of the window
    static BufferedImage of(Node node, Palette palette, Stamp stamp, double scale) {
        BufferedImage shot = shot(node, palette.paper(), scale);
        var words = new Text(stamp.line());
        words.setFont(Stamp.font());
        words.setFill(palette.faintInk());
        BufferedImage line = shot(words, palette.paper(), scale);
        int strip = (int) Math.round(Stamp.HEIGHT * scale);
        var whole = new BufferedImage(shot.getWidth(), shot.getHeight() + strip, BufferedImage.TYPE_INT_RGB);
        var g = whole.createGraphics();
        Color paper = palette.paper();
        g.setColor(new java.awt.Color((float) paper.getRed(), (float) paper.getGreen(), (float) paper.getBlue()));
        g.fillRect(0, 0, whole.getWidth(), whole.getHeight());
        g.drawImage(shot, 0, 0, null);
        g.drawImage(line, (int) Math.round(12 * scale), shot.getHeight() + (strip - line.getHeight()) / 2, null);
        g.dispose();
        return whole;
    }

    private static BufferedImage shot(Node node, Color paper, double scale) {
        var parameters = new SnapshotParameters();
        parameters.setFill(paper);
        parameters.setTransform(Transform.scale(scale, scale));
        return Pixels.of(node.snapshot(parameters, null), BufferedImage.TYPE_INT_RGB);
    }

    static byte[] png(BufferedImage picture, Stamp stamp) {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), writer.getDefaultWriteParam());
            var texts = new IIOMetadataNode("tEXt");
            entry(texts, "Description", stamp.line());
            entry(texts, "Experiment", stamp.experiment());
            entry(texts, "Software", "Rewardscope");
            var root = new IIOMetadataNode("javax_imageio_png_1.0");
            root.appendChild(texts);
            metadata.mergeTree("javax_imageio_png_1.0", root);
            writer.setOutput(out);
            writer.write(new IIOImage(picture, null, metadata));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a byte array never fails
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// Such texts are Latin-1.
    private static void entry(IIOMetadataNode texts, String keyword, String value) {
        var entry = new IIOMetadataNode("tEXtEntry");
        entry.setAttribute("keyword", keyword);
        entry.setAttribute("value", new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1));
        texts.appendChild(entry);
    }
}
