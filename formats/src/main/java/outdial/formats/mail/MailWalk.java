package outdial.formats.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.field.MailboxListField;
import org.apache.james.mime4j.dom.field.UnstructuredField;
import org.apache.james.mime4j.field.LenientFieldParser;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawFieldParser;
import outdial.formats.mail.Attachment.TooLarge;
import outdial.formats.mail.Attachment.Whole;
import outdial.formats.mail.MailReading.Mail;
import outdial.formats.mail.MailReading.NoSender;
import outdial.formats.mail.MailReading.TooComplex;

/// One way through one mail, part by part, so that only attachments are ever held in memory.
final class MailWalk {
    private static final Set<String> MESSAGE_TEXTS = Set.of("text/plain", "text/html");
    private static final int OUTERMOST = 1;
    private static final int DEEPEST = 20;
    private static final int MOST_ATTACHMENTS = 100;

    /// Each is in memory while it is read.
    private static final int MOST_SAVED = 3;

    private static final int MOST_FIELDS_OF_A_PART = 1_000;
    private static final int LONGEST_FIELD_IN_CHARACTERS = 100_000;

    private static final MimeConfig LIMITS = MimeConfig.copy(MimeConfig.PERMISSIVE)
            .setMaxHeaderCount(MOST_FIELDS_OF_A_PART)
            .setMaxHeaderLen(LONGEST_FIELD_IN_CHARACTERS)
            .build();

    private final int largestAttachment;
    private final MimeTokenStream tokens = new MimeTokenStream(
            LIMITS,
            DecodeMonitor.SILENT,
            new DefaultBodyDescriptorBuilder(null, LenientFieldParser.getParser(), DecodeMonitor.SILENT));

    private final int savedAround;
    private final List<String> from = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private Optional<String> messageId = Optional.empty();
    private String subject = "";
    private boolean automatic;
    private boolean headed;
    private boolean tangled;
    private Map<String, String> disposition = Map.of();
    private int depth;

    MailWalk(int largestAttachment) {
        this(largestAttachment, 0, 0);
    }

    private MailWalk(int largestAttachment, int depth, int savedAround) {
        this.largestAttachment = largestAttachment;
        this.depth = depth;
        this.savedAround = savedAround;
    }

    MailReading walk(InputStream mail) throws IOException {
        boolean whole = readsAll(mail);
        // A second sender may stand where nobody looked.
        if (from.isEmpty() || !headed) return new NoSender();
        return whole
                ? new Mail(List.copyOf(from), messageId, subject, automatic, List.copyOf(attachments))
                : new TooComplex(List.copyOf(from), messageId, subject, automatic);
    }

    /// False where it is too complex.
    private boolean readsAll(InputStream mail) throws IOException {
        try {
            tokens.parse(mail);
            for (var state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                step(state);
                if (tangled || depth > DEEPEST || attachments.size() > MOST_ATTACHMENTS) return false;
            }
        } catch (MimeException beyondLimits) {
            return false;
        }
        return true;
    }

    private void step(EntityState state) throws IOException {
        switch (state) {
            case T_START_MESSAGE, T_START_MULTIPART -> depth++;
            case T_END_MESSAGE, T_END_MULTIPART -> depth--;
            case T_START_HEADER -> disposition = Map.of();
            case T_END_HEADER -> headed = true;
            case T_FIELD -> readField(tokens.getField());
            case T_BODY -> readBody((MaximalBodyDescriptor) tokens.getBodyDescriptor());
            default -> {}
        }
    }

    private void readField(Field field) {
        if (field.getNameLowerCase().equals("content-disposition")) disposition = parameters(field);
        if (depth > OUTERMOST) {
            return;
        }
        automatic |= Automatic.says(field.getNameLowerCase(), field.getBody());
        if (field instanceof MailboxListField senders
                && field.getNameLowerCase().equals("from")) {
            senders.getMailboxList().stream()
                    .filter(sender -> sender.getDomain() != null)
                    .map(Mailbox::getAddress)
                    .forEach(from::add);
        } else if (field instanceof UnstructuredField text) {
            switch (field.getNameLowerCase()) {
                case "subject" -> subject = text.getValue().strip();
                case "message-id" ->
                    messageId = Optional.of(text.getValue().strip()).filter(id -> !id.isEmpty());
                default -> {}
            }
        }
    }

    private void readBody(MaximalBodyDescriptor part) throws IOException {
        String name = fileName(part);
        String type = part.getMimeType();
        if (name.isEmpty() && !"attachment".equals(part.getContentDispositionType()) && MESSAGE_TEXTS.contains(type)) {
            return;
        }
        byte[] content = tokens.getDecodedInputStream().readNBytes(largestAttachment + 1);
        if (content.length <= largestAttachment && readSaved(name, content)) return;
        attachments.add(
                content.length > largestAttachment
                        ? new TooLarge(name, type)
                        : new Whole(name, type, ByteBuffer.wrap(content)));
    }

    /// Mails that were saved as files and attached as such; those that say what they are, mime4j opens.
    private boolean readSaved(String name, byte[] content) throws IOException {
        if (savedAround == MOST_SAVED || !name.toLowerCase(Locale.ROOT).endsWith(".eml")) return false;
        MailWalk saved = new MailWalk(largestAttachment, depth + 1, savedAround + 1);
        tangled |= !saved.readsAll(new ByteArrayInputStream(content));
        attachments.addAll(saved.attachments);
        return true;
    }

    /// As they are written: mime4j would put a name in pieces together, but only where they are in order.
    private static Map<String, String> parameters(Field field) {
        Map<String, String> parameters = new HashMap<>();
        try {
            var raw = RawFieldParser.DEFAULT.parseField(field.getRaw());
            RawFieldParser.DEFAULT
                    .parseRawBody(raw)
                    .getParams()
                    .forEach(parameter ->
                            parameters.putIfAbsent(parameter.getName().toLowerCase(Locale.ROOT), parameter.getValue()));
        } catch (MimeException noField) {
            return Map.of();
        }
        return parameters;
    }

    /// Older programs name the file in Content-Type only.
    private String fileName(MaximalBodyDescriptor part) {
        return FileNames.of(disposition, "filename")
                .or(() -> FileNames.of(part.getContentTypeParameters(), "name"))
                .orElse("");
    }
}
