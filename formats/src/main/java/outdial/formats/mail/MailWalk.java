package outdial.formats.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
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
import org.apache.james.mime4j.util.MimeParameterMapping;
import outdial.formats.mail.Attachment.TooLarge;
import outdial.formats.mail.Attachment.Whole;
import outdial.formats.mail.MailReading.Mail;
import outdial.formats.mail.MailReading.Problem;
import outdial.formats.mail.MailReading.Unreadable;

/// One way through one mail, part by part, so that only attachments are ever held in memory.
final class MailWalk {
    private static final Set<String> MESSAGE_TEXTS = Set.of("text/plain", "text/html");
    private static final int OUTERMOST = 1;
    private static final int DEEPEST = 20;
    private static final int MOST_ATTACHMENTS = 100;
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

    private final List<String> from = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private Optional<String> messageId = Optional.empty();
    private String subject = "";
    private int depth;

    MailWalk(int largestAttachment) {
        this.largestAttachment = largestAttachment;
    }

    MailReading walk(InputStream mail) throws IOException, MimeException {
        tokens.parse(mail);
        for (var state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            step(state);
            if (depth > DEEPEST || attachments.size() > MOST_ATTACHMENTS) {
                return new Unreadable(Problem.TOO_COMPLEX);
            }
        }
        return from.isEmpty()
                ? new Unreadable(Problem.NO_SENDER)
                : new Mail(List.copyOf(from), messageId, subject, List.copyOf(attachments));
    }

    private void step(EntityState state) throws IOException {
        switch (state) {
            case T_START_MESSAGE, T_START_MULTIPART -> depth++;
            case T_END_MESSAGE, T_END_MULTIPART -> depth--;
            case T_FIELD -> readField(tokens.getField());
            case T_BODY -> readBody((MaximalBodyDescriptor) tokens.getBodyDescriptor());
            default -> {}
        }
    }

    private void readField(Field field) {
        if (depth > OUTERMOST) {
            return;
        }
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
        attachments.add(
                content.length > largestAttachment
                        ? new TooLarge(name, type)
                        : new Whole(name, type, ByteBuffer.wrap(content)));
    }

    // Older programs name the file in Content-Type only; there mime4j leaves the notation of RFC 2231 to us.
    private static String fileName(MaximalBodyDescriptor part) {
        var contentType = new MimeParameterMapping();
        part.getContentTypeParameters().forEach(contentType::addParameter);
        return Optional.ofNullable(part.getContentDispositionFilename())
                .or(() -> Optional.ofNullable(contentType.get("name")))
                .map(String::strip)
                .orElse("");
    }
}
