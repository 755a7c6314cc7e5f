package outdial.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.imports.Correspondence.Addressee;
import outdial.imports.MailQueue;

/// Mails that were sent: of those with one id, the first.
public final class MemoryMailQueue implements MailQueue {
    private final Map<String, Mail> mails = new LinkedHashMap<>();

    public record Mail(String to, String subject, String text, Optional<String> answered) {}

    @Override
    public synchronized void send(String id, Addressee to, String text) {
        mails.putIfAbsent(id, new Mail(to.to().address(), to.subject(), text, to.answered()));
    }

    public synchronized List<Mail> sent() {
        return new ArrayList<>(mails.values());
    }
}
