package outdial.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outdial.contact.EmailAddress;
import outdial.imports.MailQueue;

/// Mails that were sent: of those with one id, the first.
public final class MemoryMailQueue implements MailQueue {
    private final Map<String, Mail> mails = new LinkedHashMap<>();

    public record Mail(String to, String subject, String text) {}

    @Override
    public synchronized void send(String id, EmailAddress to, String subject, String text) {
        mails.putIfAbsent(id, new Mail(to.address(), subject, text));
    }

    public synchronized List<Mail> sent() {
        return new ArrayList<>(mails.values());
    }
}
