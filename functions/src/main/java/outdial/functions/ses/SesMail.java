package outdial.functions.ses;

import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;

/// Sends mails by SES, marked as written by a program so that programs do not answer them (RFC 3834).
public final class SesMail {
    private static final MessageHeader AUTOMATIC =
            MessageHeader.builder().name("Auto-Submitted").value("auto-replied").build();

    private final SesV2Client ses;
    private final String sender;

    /// @param domain verified in SES
    public SesMail(SesV2Client ses, String domain) {
        this.ses = ses;
        this.sender = "Outdial <no-reply@" + domain + ">";
    }

    public void send(String to, String subject, String text) {
        ses.sendEmail(request -> request.fromEmailAddress(sender)
                .destination(destination -> destination.toAddresses(to))
                .content(content -> content.simple(message -> message.subject(s -> s.data(subject))
                        .body(body -> body.text(t -> t.data(text)))
                        .headers(AUTOMATIC))));
    }
}
