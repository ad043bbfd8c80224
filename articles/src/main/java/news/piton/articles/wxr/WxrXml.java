package news.piton.articles.wxr;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import news.piton.core.plugin.Importer.ImportFailed;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over the XML of an export. It knows no document types and no entities but XML's own five, opens nothing, and
 * turns every fault of the file into a sentence with the line and the column.
 */
final class WxrXml implements AutoCloseable {
    private static final XMLInputFactory FACTORY = factory();
    private static final String WORDPRESS = "wordpress.org/export/";
    private final ExportBytes bytes;
    private final XMLStreamReader xml;
    private int allowed;
    private int allowedFrom;
    private boolean complete;

    WxrXml(InputStream in) throws ImportFailed, IOException {
        this.bytes = new ExportBytes(in);
        if (!bytes.looksLikeXml()) {
            throw new ImportFailed(
                    bytes.read() < 0
                            ? "The file is empty."
                            : "The file does not begin as XML does. A WordPress export is an XML file; unpack it first"
                                    + " if it is a .zip or .gz, and make sure that it is the export and not a backup.",
                    null);
        }
        try {
            this.xml = FACTORY.createXMLStreamReader(bytes);
        } catch (XMLStreamException malformed) {
            throw new ImportFailed("The file does not begin as XML does: " + plain(malformed), malformed);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // The JDK counts &amp; and &lt; as entities too; its limits, meant against bombs, would end a long export.
        for (String limit : List.of(
                "maxGeneralEntitySizeLimit",
                "totalEntitySizeLimit",
                "entityExpansionLimit",
                "entityReplacementLimit")) {
            factory.setProperty("jdk.xml." + limit, 0);
        }
        factory.setXMLReporter((message, type, information, location) -> {}); // what matters is thrown
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it refers to something outside of itself");
        });
        return factory;
    }

    /** Goes to the first element. */
    void enter() throws ImportFailed, IOException {
        while (advance() != XMLStreamConstants.START_ELEMENT) {
            // comments and the like before it
        }
    }

    /** Goes to the next child of the element in which the cursor stands; false at its end. */
    boolean child() throws ImportFailed, IOException {
        while (true) {
            int event = advance();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return event == XMLStreamConstants.START_ELEMENT;
            }
        }
    }

    /** The name of the element at hand, with the prefix that WordPress uses, whatever prefix the file uses. */
    String name() {
        String namespace = xml.getNamespaceURI();
        if (namespace == null || namespace.isEmpty()) {
            return xml.getLocalName();
        }
        String prefix;
        if (namespace.contains(WORDPRESS)) {
            prefix = namespace.endsWith("/excerpt/") ? "excerpt:" : "wp:";
        } else if (namespace.startsWith("http://purl.org/rss/1.0/modules/content")) {
            prefix = "content:";
        } else {
            prefix = namespace.startsWith("http://purl.org/dc/elements") ? "dc:" : "other:";
        }
        return prefix + xml.getLocalName();
    }

    String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** The text of the element at hand; the cursor is at its end afterwards. */
    String text() throws ImportFailed, IOException {
        StringBuilder text = new StringBuilder();
        finish(text);
        return text.toString();
    }

    /** Passes over the element at hand. */
    void skip() throws ImportFailed, IOException {
        finish(null);
    }

    private void finish(@Nullable StringBuilder text) throws ImportFailed, IOException {
        int depth = 1;
        while (depth > 0) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (text != null) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                default -> {} // comments, processing instructions
            }
        }
    }

    /** Makes sure, after the last child, that nothing but blanks and comments follows to the end of the file. */
    void end() throws ImportFailed, IOException {
        for (int event = advance(); event != XMLStreamConstants.END_DOCUMENT; event = advance()) {
            complete |= event == XMLStreamConstants.END_ELEMENT;
            if (event == XMLStreamConstants.START_ELEMENT) {
                throw more("<" + xml.getLocalName() + ">", line(), null);
            }
            if (xml.hasText()
                    && event != XMLStreamConstants.COMMENT
                    && !xml.getText().isBlank()) {
                String text = xml.getText().stripLeading();
                throw more(
                        "text",
                        line() - (int) text.chars().filter(c -> c == '\n').count(),
                        null);
            }
        }
    }

    private static ImportFailed more(String what, int line, @Nullable Exception cause) {
        return new ImportFailed(
                "Line " + line + ": the export ends before this, and " + what
                        + " follows. What stands before it was read,"
                        + " and nothing from here on. If it is a second export, import it as a file of its own.",
                cause);
    }

    private int advance() throws ImportFailed, IOException {
        int event;
        try {
            event = xml.next();
        } catch (XMLStreamException malformed) {
            throw explain(malformed);
        } catch (RuntimeException broken) {
            if (complete) {
                throw more("something else", line(), broken);
            }
            throw new ImportFailed(where() + "the XML is broken here.", broken); // the JDK's parser on some garbage
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new ImportFailed(
                    where()
                            + "the file has a document type or an entity of its own. No WordPress export has one, and"
                            + " Piton reads none, since they can open other files or fill the memory.",
                    null);
        }
        return event;
    }

    private ImportFailed explain(XMLStreamException malformed) throws IOException {
        if (malformed.getNestedException() instanceof ExportBytes.RationExceeded tooLarge) {
            return new ImportFailed(
                    where() + "the piece of the export from line " + allowedFrom + " on has more than "
                            + (allowed >> 10)
                            + " KiB. Piton reads no larger ones, to keep its memory. Shorten or remove it.",
                    tooLarge);
        }
        if (malformed.getNestedException() instanceof IOException unreadable
                && !(unreadable instanceof CharConversionException)) {
            throw unreadable;
        }
        if (complete) {
            return more("something else", line(), malformed);
        }
        if (bytes.ended()) {
            return new ImportFailed(
                    where()
                            + "the file ends here, in the middle of the export. It is cut off: export or copy it"
                            + " again.",
                    malformed);
        }
        return new ImportFailed(where() + "the XML is broken here: " + plain(malformed), malformed);
    }

    /** For the beginning of a sentence. */
    String where() {
        Location at = xml.getLocation();
        return "Line " + line() + ", column " + at.getColumnNumber() + ": ";
    }

    int line() {
        return xml.getLocation().getLineNumber() + bytes.linesSkipped();
    }

    /** From here on the file may have so many bytes, until this is called again. */
    void allow(int size) {
        allowed = size;
        allowedFrom = line();
        bytes.allow(size);
    }

    long position() {
        return bytes.position();
    }

    /** The parser's own words, without the place, which it counts from the first line of the XML. */
    private static String plain(XMLStreamException malformed) {
        String message = String.valueOf(malformed.getMessage());
        if (message.contains("PrefixUnbound")) {
            return "it uses a prefix that it does not declare.";
        }
        if (message.contains("JAXP")) {
            return "it nests deeper, or has more attributes or longer names, than Piton reads.";
        }
        int words = message.indexOf("Message: ");
        return words < 0 ? message : message.substring(words + "Message: ".length());
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
