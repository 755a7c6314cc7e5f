package outdial.local.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import outdial.local.telephony.CallRecord;
import outdial.local.telephony.Ledger;
import outdial.phone.PhoneNumber;

/// What the campaign came to, and whether its books are right.
///
/// @param wrong what the books and the ledger disagree about, each as a sentence
record Result(Summary.People people, Summary.Calls calls, List<String> wrong) {
    static Result of(Stage stage, String campaign, Map<String, Instant> doNotCall) throws IOException {
        Books books = Books.of(stage.api(), campaign);
        Ledger ledger = stage.ledger();
        List<CallRecord> calls = ledger.calls();
        LawfulHour law = new LawfulHour();
        Instant now = stage.clock().instant();
        var promises = new Promises(
                Setting.CONCURRENCY,
                Setting.MAX_RETRIES + 1,
                doNotCall,
                Setting.KEYS,
                phone -> !law.isOpen(new PhoneNumber(phone), now));
        int numbers = (int) calls.stream().map(CallRecord::to).distinct().count();
        return new Result(
                people(books),
                new Summary.Calls(calls.size(), calls.size() - numbers, ledger.maxConcurrent(), Setting.CONCURRENCY),
                Audit.of(calls, books, promises));
    }

    private static Summary.People people(Books books) {
        return new Summary.People(
                count(books, "COMPLETED"), count(books, "NO_ANSWER"), count(books, "FAILED"), optedOut(books));
    }

    private static int count(Books books, String status) {
        return (int) books.contacts().stream()
                .filter(contact -> contact.status().equals(status))
                .count();
    }

    private static int optedOut(Books books) {
        return (int) books.contacts().stream()
                .filter(contact -> contact.lastOutcome().equals("DO_NOT_CALL"))
                .count();
    }
}
