package outdial.functions.ses;

import java.util.List;
import java.util.stream.Stream;
import outdial.functions.sqs.MailMessage;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;

/// Sends mails by SES, marked as written by a program so that programs do not answer them (RFC 3834).
public final class SesMail {
    private static final MessageHeader AUTOMATIC = header("Auto-Submitted", "auto-replied");

    private final SesV2Client ses;
    private final String sender;

    /// @param domain verified in SES
    public SesMail(SesV2Client ses, String domain) {
        this.ses = ses;
        this.sender = "Outdial <no-reply@" + domain + ">";
    }

    public void send(MailMessage mail) {
        ses.sendEmail(request -> request.fromEmailAddress(sender)
                .destination(destination -> destination.toAddresses(mail.to()))
                .content(content -> content.simple(message -> message.subject(s -> s.data(mail.subject()))
                        .body(body -> body.text(t -> t.data(mail.text())))
                        .headers(headers(mail)))));
    }

    /// Mail programs show an answer beside what it answers by these (RFC 5322, section 3.6.4).
    private static List<MessageHeader> headers(MailMessage mail) {
        Stream<MessageHeader> thread =
                mail.answered().stream().flatMap(id -> Stream.of(header("In-Reply-To", id), header("References", id)));
        return Stream.concat(Stream.of(AUTOMATIC), thread).toList();
    }

    private static MessageHeader header(String name, String value) {
        return MessageHeader.builder().name(name).value(value).build();
    }
}
