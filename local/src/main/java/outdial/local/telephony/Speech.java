package outdial.local.telephony;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// How long a text takes to say: 15 characters a second, some 150 words a minute.
final class Speech {
    private static final int MILLIS_PER_CHARACTER = 1_000 / 15;
    private static final Duration SHORTEST = Duration.ofMillis(500);

    private Speech() {}

    static Duration ofText(String text) {
        Duration spoken = Duration.ofMillis((long) text.strip().length() * MILLIS_PER_CHARACTER);
        return spoken.compareTo(SHORTEST) < 0 ? SHORTEST : spoken;
    }

    /// The length of an SSML document with its breaks; empty if it is none, which Polly refuses to say.
    static Optional<Duration> ofSsml(String ssml) {
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultInstance();
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var parser = parsers.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            Document document = parser.parse(new InputSource(new StringReader(ssml)));
            Element root = document.getDocumentElement();
            return root.getTagName().equals("speak")
                    ? Optional.of(ofText(root.getTextContent()).plus(breaks(root)))
                    : Optional.empty();
        } catch (SAXException malformed) {
            return Optional.empty();
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException("the JDK parses XML from memory", impossible);
        }
    }

    private static Duration breaks(Element root) {
        NodeList breaks = root.getElementsByTagName("break");
        Duration sum = Duration.ZERO;
        for (int i = 0; i < breaks.getLength(); i++) {
            sum = sum.plus(length(((Element) breaks.item(i)).getAttribute("time")));
        }
        return sum;
    }

    private static Duration length(String time) {
        if (time.matches("\\d{1,5}ms")) {
            return Duration.ofMillis(Long.parseLong(time.substring(0, time.length() - 2)));
        }
        if (time.matches("\\d{1,2}s")) {
            return Duration.ofSeconds(Long.parseLong(time.substring(0, time.length() - 1)));
        }
        return Duration.ZERO;
    }
}
