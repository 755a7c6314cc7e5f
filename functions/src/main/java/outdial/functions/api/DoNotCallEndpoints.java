package outdial.functions.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import outdial.dialing.OptOuts;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCall;
import outdial.donotcall.DoNotCallEntry;
import outdial.phone.PhoneNumber;

/// The do-not-call list. Who is put on it is dropped by every campaign at once.
final class DoNotCallEndpoints {
    private static final int MOST_PHONES = 1000;
    private static final int LONGEST_REASON = 200;
    private static final String REASON = "reason";

    private final DoNotCall doNotCall;
    private final OptOuts optOuts;
    private final PhoneFields phones;

    DoNotCallEndpoints(Ports ports, PhoneFields phones) {
        this.doNotCall = ports.books().doNotCall();
        this.optOuts = new OptOuts(ports.books());
        this.phones = phones;
    }

    /// A number that must not be called.
    record EntryJson(String phone, List<Channel> channels, String source, String reason, Instant addedAt) {
        static EntryJson of(DoNotCallEntry entry) {
            return new EntryJson(
                    entry.phone().e164(),
                    entry.channels().stream().sorted().toList(),
                    entry.source(),
                    entry.reason(),
                    entry.addedAt());
        }
    }

    /// The numbers that are on the list now, as they were understood.
    record AddedJson(List<String> phones) {}

    Answer add(Request request) {
        Fields body = request.body("phone", "phones", REASON);
        List<PhoneNumber> numbers = numbers(request, body);
        String reason = body.text(REASON, LONGEST_REASON);
        Instant now = request.time();
        InParallel.each(
                numbers,
                phone -> optOuts.stop(
                        new DoNotCallEntry(request.workspace(), phone, Set.of(Channel.PHONE), "API", reason, now)));
        return Answer.ok(new AddedJson(numbers.stream().map(PhoneNumber::e164).toList()));
    }

    private List<PhoneNumber> numbers(Request request, Fields body) {
        PhoneFields.Reader reader = phones.of(request.workspace());
        if (body.has("phone") == body.has("phones")) {
            throw body.refused("phones", "is required, with 1 to " + MOST_PHONES + " numbers; or phone with one");
        }
        List<PhoneNumber> listed = body.list(
                "phones",
                MOST_PHONES,
                (field, text) -> reader.read(field, Fields.textOf(field, text, PhoneFields.LONGEST)));
        Stream<PhoneNumber> single =
                body.optionalText("phone", PhoneFields.LONGEST).stream().map(text -> reader.read("phone", text));
        List<PhoneNumber> all =
                Stream.concat(listed.stream(), single).distinct().toList();
        if (all.isEmpty()) throw body.refused("phones", "must have at least one number");
        return all;
    }

    Answer list(Request request) {
        return request.answer(
                doNotCall.list(request.workspace(), request.page()).map(EntryJson::of));
    }

    Answer read(Request request) {
        return doNotCall
                .find(request.workspace(), phone(request))
                .map(entry -> Answer.ok(EntryJson.of(entry)))
                .orElseThrow(DoNotCallEndpoints::notListed);
    }

    /// The reason goes to the log: who may be called again, and why, must be answerable.
    Answer remove(Request request) {
        request.onlyQuery(REASON);
        String reason = request.query(REASON)
                .filter(text -> text.length() <= LONGEST_REASON)
                .orElseThrow(() -> Refusal.invalid(
                        REASON,
                        "Say why the number may be called again, in the query parameter reason (1 to " + LONGEST_REASON
                                + " characters)."));
        PhoneNumber phone = phone(request);
        if (!doNotCall.remove(request.workspace(), phone)) throw notListed();
        Log.removedFromDoNotCall(request, phone.toString(), reason);
        return Answer.nothing();
    }

    private PhoneNumber phone(Request request) {
        return phones.of(request.workspace()).read("phone", request.id("phone"));
    }

    private static Refusal notListed() {
        return Refusal.notFound("This number is not on the do-not-call list of this workspace.");
    }
}
