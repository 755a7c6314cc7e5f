package outdial.local.aws.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import outdial.local.aws.s3.S3Server;
import outdial.local.template.ReceiptRule;

/// Takes mail by SMTP and does with it what the receipt rules of the template say, in their order.
public final class MailServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(MailServer.class.getName());

    /// SES takes mails of up to 40 MB.
    private static final int MOST_BYTES = 40 * 1024 * 1024;

    private final List<ReceiptRule> rules;
    private final S3Server s3;
    private final BiConsumer<String, JsonNode> invoke;
    private final Clock clock;
    private final SMTPServer server;

    /// Listens at once.
    ///
    /// @param port 0 for any free one
    /// @param invoke runs the function of an ARN with an event, without waiting for it
    /// @throws IOException the port is taken; the message says which
    public MailServer(int port, List<ReceiptRule> rules, S3Server s3, BiConsumer<String, JsonNode> invoke, Clock clock)
            throws IOException {
        this.rules = rules;
        this.s3 = s3;
        this.invoke = invoke;
        this.clock = clock;
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .maxMessageSize(MOST_BYTES)
                .messageHandlerFactory(context -> new Session())
                .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof BindException) {
                throw new IOException("port " + port + " is taken by another program", e);
            }
            throw e;
        }
    }

    public String address() {
        return "localhost:" + server.getPortAllocated();
    }

    /// One mail on its way in. The library's short form of a handler would forget all recipients but the last.
    private final class Session implements MessageHandler {
        private String sender = "";
        private final List<String> recipients = new ArrayList<>();

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (rules.stream().noneMatch(rule -> rule.takes(recipient))) {
                throw new RejectException(550, "5.1.1 no receipt rule of the template takes mail for this address");
            }
            recipients.add(recipient);
        }

        @Override
        @SuppressWarnings("NullAway") // null is how the library is told to give its usual answer
        public String data(InputStream data) throws IOException {
            String id = UUID.randomUUID().toString().replace("-", "");
            receive(new ReceivedMail(id, sender, recipients, new ReceivedMail.Raw(data.readAllBytes())));
            return null;
        }

        @Override
        public void done() {}
    }

    private void receive(ReceivedMail mail) throws IOException {
        for (ReceiptRule rule : rules) {
            List<String> taken = mail.recipients().stream().filter(rule::takes).toList();
            if (!taken.isEmpty() && !apply(rule, mail, taken)) {
                return;
            }
        }
    }

    /// Says whether the next rules may go on.
    private boolean apply(ReceiptRule rule, ReceivedMail mail, List<String> recipients) throws IOException {
        for (ReceiptRule.Action action : rule.actions()) {
            switch (action) {
                case ReceiptRule.Action.Store store -> {
                    s3.put(
                            store.bucket(),
                            store.prefix() + mail.id(),
                            mail.raw().bytes());
                    LOG.log(Level.DEBUG, "mail {0} stored", mail.id());
                }
                case ReceiptRule.Action.Invoke function ->
                    invoke.accept(
                            function.functionArn(),
                            SesEvent.of(mail, recipients, function.functionArn(), clock.instant()));
                case ReceiptRule.Action.Stop _ -> {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void close() {
        server.stop();
    }
}
