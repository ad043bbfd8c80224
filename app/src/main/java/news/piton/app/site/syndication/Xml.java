package news.piton.app.site.syndication;

import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML without mixed content: elements, and text in them, escaped and free of what XML cannot hold. */
final class Xml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter out;

    private Xml(XMLStreamWriter out) {
        this.out = out;
    }

    static String document(Consumer<Xml> content) {
        StringWriter text = new StringWriter();
        run(() -> {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(text);
            out.writeStartDocument("utf-8", "1.0");
            content.accept(new Xml(out));
            out.writeEndDocument();
            out.close();
        });
        return text.toString();
    }

    /** Begins an element; its name may have a prefix that {@link #namespace} declares. */
    void begin(String name) {
        run(() -> out.writeStartElement(name));
    }

    /** Declares a namespace on the element that has just begun; an empty prefix is for names without one. */
    void namespace(String prefix, String uri) {
        run(() -> out.writeAttribute(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri));
    }

    void element(String name, String text) {
        run(() -> {
            out.writeStartElement(name);
            out.writeCharacters(Characters.allowed(text));
            out.writeEndElement();
        });
    }

    void end() {
        run(out::writeEndElement);
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws XMLStreamException;
    }

    private static void run(Writing writing) {
        try {
            writing.run();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible); // it goes to memory
        }
    }
}
