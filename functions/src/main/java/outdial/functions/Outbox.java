package outdial.functions;

import java.time.InstantSource;
import outdial.functions.dynamo.DynamoSentMails;
import outdial.functions.ses.SesMail;
import outdial.functions.sqs.MailMessage;

/// Sends each mail once, however often it is told to.
record Outbox(DynamoSentMails sent, SesMail ses, InstantSource clock) {
    void send(MailMessage mail) {
        if (!sent.take(mail.id(), clock.instant())) return;
        ses.send(mail);
        sent.sent(mail.id(), clock.instant());
    }
}
