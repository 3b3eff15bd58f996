package rewardscope.ui.share;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/// A moving picture that runs forever, written picture by picture.
final class GifFile implements AutoCloseable {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ImageOutputStream out;
    private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    private final int hundredths;
    private final String comment;
    private boolean first = true;

    /// @param perSecond pictures a second, at most 50
    /// @param comment what the file says about itself
    GifFile(double perSecond, String comment) throws IOException {
        hundredths = (int) Math.max(2, Math.round(100 / perSecond));
        this.comment = comment;
        out = ImageIO.createImageOutputStream(bytes);
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    void add(BufferedImage picture) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), writer.getDefaultWriteParam());
        var root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        if (first) {
            first = false;
            var loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(new byte[] {1, 0, 0}); // forever
            child(root, "ApplicationExtensions").appendChild(loop);
            var words = new IIOMetadataNode("CommentExtension");
            words.setAttribute("value", new String(comment.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1));
            child(root, "CommentExtensions").appendChild(words);
        }
        metadata.setFromTree(FORMAT, root);
        writer.writeToSequence(new IIOImage(picture, null, metadata), writer.getDefaultWriteParam());
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        var made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }

    /// The whole file; nothing can be added after that.
    byte[] bytes() throws IOException {
        writer.endWriteSequence();
        out.flush();
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        out.close();
    }
}
