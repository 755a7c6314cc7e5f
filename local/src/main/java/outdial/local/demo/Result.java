package outdial.local.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import outdial.local.telephony.CallRecord;
import outdial.local.telephony.Ledger;

/// What the campaign came to, and whether its books are right.
///
/// @param wrong what the books and the ledger disagree about, each as a sentence
record Result(Summary.People people, Summary.Calls calls, List<String> wrong) {
    static Result of(Api api, String campaign, Ledger ledger, Map<String, Instant> doNotCall) throws IOException {
        Books books = Books.of(api, campaign);
        List<CallRecord> calls = ledger.calls();
        var promises = new Promises(Setting.CONCURRENCY, Setting.MAX_RETRIES + 1, doNotCall, Setting.KEYS);
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
