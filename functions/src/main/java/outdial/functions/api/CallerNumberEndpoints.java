package outdial.functions.api;

import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import outdial.phone.PhoneNumber;
import outdial.workspace.CallerNumber;
import outdial.workspace.Workspaces;

/// The numbers that calls are placed from.
record CallerNumberEndpoints(Workspaces workspaces, PhoneFields phones) {
    private static final Set<String> CARRIERS = Set.of("amazon-connect", "chime-sdk");
    private static final String USUAL_CARRIER = "chime-sdk";
    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_CARRIER = 40;
    private static final int MOST_CONCURRENCY = 1000;
    private static final int MOST_DAILY = 1_000_000;

    /// What an AWS account may have in calls at once by Chime SDK, unless its quota was raised.
    private static final int USUAL_CONCURRENCY = 10;

    /// `concurrency`: the most calls at once from this number, whatever the campaigns; `dailyLimit`: the most it starts
    /// on one day in UTC.
    record CallerNumberJson(String phone, String label, String carrier, int concurrency, OptionalInt dailyLimit) {
        static CallerNumberJson of(CallerNumber number) {
            return new CallerNumberJson(
                    number.phone().e164(), number.label(), number.carrier(), number.concurrency(), number.dailyLimit());
        }
    }

    Answer put(Request request) {
        PhoneNumber phone = phone(request);
        Fields body = request.body("label", "carrier", "concurrency", "dailyLimit");
        String carrier = body.optionalText("carrier", LONGEST_CARRIER).orElse(USUAL_CARRIER);
        if (!CARRIERS.contains(carrier)) {
            throw body.refused("carrier", "must be one of " + String.join(", ", new TreeSet<>(CARRIERS)));
        }
        CallerNumber number = new CallerNumber(
                phone,
                body.optionalText("label", LONGEST_LABEL).orElse(""),
                carrier,
                body.integer("concurrency", 1, MOST_CONCURRENCY, USUAL_CONCURRENCY),
                body.optionalInteger("dailyLimit", 1, MOST_DAILY));
        workspaces.put(request.workspace(), number);
        return Answer.ok(CallerNumberJson.of(number));
    }

    Answer list(Request request) {
        return request.answer(
                workspaces.callerNumbers(request.workspace(), request.page()).map(CallerNumberJson::of));
    }

    Answer read(Request request) {
        return workspaces
                .callerNumber(request.workspace(), phone(request))
                .map(number -> Answer.ok(CallerNumberJson.of(number)))
                .orElseThrow(() -> Refusal.notFound("This workspace does not call from this number."));
    }

    private PhoneNumber phone(Request request) {
        return phones.of(request.workspace()).read("phone", request.id("phone"));
    }
}
