package outdial.formats.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One part of a workbook, element by element, by local names: the two namespaces of the standard, strict and
/// transitional, mean the same here. No part may have a document type, so there are no entities to expand or to
/// fetch.
final class Xml implements AutoCloseable {
    /// In letters, of a cell and of a row. Rows of lists are too long from 256 KB on and are reported so: nobody
    /// misses what is left out here, and a text that a thousand cells share does not fill the memory.
    static final int LONGEST_TEXT = 1024 * 1024;

    /// In bytes, with what is read ahead. A remark, a tag or a section is in memory until it ends; texts come in
    /// pieces.
    private static final int LONGEST_PIECE = 4 * 1024 * 1024;

    /// The parser keeps each until the part ends. Programs write some hundred.
    private static final int MOST_NAMES = 10_000;

    private static final XMLInputFactory FACTORY = factory();

    private final Pieces pieces;
    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();

    Xml(InputStream part) throws IOException {
        this.pieces = new Pieces(part);
        try {
            this.reader = FACTORY.createXMLStreamReader(pieces);
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty("jdk.xml.maxElementDepth", "1000");
        // These count a whole part and every `&amp;` in it, and without a document type nothing else.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        return factory;
    }

    /// Moves to the next start or end of an element, or text; false at the end.
    boolean next() throws IOException {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                pieces.ended();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        keepNames();
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT,
                            XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.CDATA,
                            XMLStreamConstants.SPACE -> {
                        return true;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new IOException("a workbook may have no document type and no entities");
                    case XMLStreamConstants.PROCESSING_INSTRUCTION -> keep(reader.getPITarget());
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private void keepNames() throws IOException {
        keep(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) keep(reader.getAttributeLocalName(i));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            keep(String.valueOf(reader.getNamespacePrefix(i)));
            keep(String.valueOf(reader.getNamespaceURI(i)));
        }
    }

    private void keep(String name) throws IOException {
        if (names.add(name) && names.size() > MOST_NAMES) throw new IOException("more names than " + MOST_NAMES);
    }

    boolean starts(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    boolean isStart() {
        return reader.isStartElement();
    }

    String name() {
        return reader.getLocalName();
    }

    /// Of the element that starts here, in whatever namespace.
    Optional<String> attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) return Optional.of(reader.getAttributeValue(i));
        }
        return Optional.empty();
    }

    String attribute(String name, String otherwise) {
        return attribute(name).orElse(otherwise);
    }

    /// Adds the text that is here, if text is here, up to [#LONGEST_TEXT] in all.
    void addText(StringBuilder to) {
        if (!reader.isCharacters()) return;
        int room = Math.max(0, LONGEST_TEXT - to.length());
        to.append(reader.getTextCharacters(), reader.getTextStart(), Math.min(room, reader.getTextLength()));
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    /// Gives no more than [#LONGEST_PIECE] until something has ended.
    private static final class Pieces extends FilterInputStream {
        private long read;

        Pieces(InputStream part) {
            super(part);
        }

        void ended() {
            read = 0;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            if (read > LONGEST_PIECE) throw new IOException("a part of a workbook has no end in " + read + " bytes");
            int count = in.read(buffer, from, most);
            read += Math.max(0, count);
            return count;
        }
    }
}
