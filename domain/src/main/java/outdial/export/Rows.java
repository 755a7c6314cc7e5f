package outdial.export;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import outdial.call.Attempt;
import outdial.call.Closing;
import outdial.contact.Contact;
import outdial.contact.EmailAddress;
import outdial.contact.Profile;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.phone.PhoneNumber;

/// What is exported, as rows of a table.
final class Rows {
    private Rows() {}

    static List<String> header(Selection.Kind kind) {
        return switch (kind) {
            case CONTACTS ->
                List.of(
                        "contact_id",
                        "phone",
                        "email",
                        "first_name",
                        "last_name",
                        "name",
                        "company",
                        "state",
                        "country",
                        "time_zone",
                        "segment",
                        "source",
                        "score",
                        "flags",
                        "created_at",
                        "custom_fields");
            case ENROLLMENTS -> List.of("contact_id", "phone", "status", "attempts", "last_outcome", "due_at", "why");
            case DO_NOT_CALL -> List.of("phone", "channels", "source", "reason", "added_at");
            case CALLS ->
                List.of(
                        "attempt_id",
                        "contact_id",
                        "to",
                        "from",
                        "number",
                        "started_at",
                        "answered_at",
                        "ended_at",
                        "talk_seconds",
                        "outcome",
                        "sip_code");
        };
    }

    static List<String> of(Contact contact) {
        Profile profile = contact.profile();
        return List.of(
                contact.id().value(),
                profile.phone().map(PhoneNumber::e164).orElse(""),
                profile.email().map(EmailAddress::address).orElse(""),
                profile.name().first(),
                profile.name().last(),
                profile.name().full(),
                profile.company(),
                profile.place().state(),
                profile.place().country(),
                profile.place().timeZone(),
                profile.segment(),
                profile.source(),
                text(profile.score()),
                profile.flags().stream().sorted().collect(Collectors.joining(";")),
                text(contact.createdAt()),
                fields(profile.fields()));
    }

    /// One to a line, as nobody knows before the last row which there are.
    private static String fields(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("\n"));
    }

    static List<String> of(Enrollment enrollment) {
        Enrolled who = enrollment.who();
        return List.of(
                who.contact().value(),
                who.phone().e164(),
                enrollment.status().name(),
                Integer.toString(who.attempts()),
                who.last().map(last -> last.outcome().name()).orElse(""),
                enrollment instanceof Enrollment.Waiting waiting ? text(waiting.dueAt()) : "",
                why(enrollment));
    }

    private static String why(Enrollment enrollment) {
        return switch (enrollment) {
            case Enrollment.Finished finished -> finished.why();
            case Enrollment.Held held -> held.why();
            case Enrollment.Waiting _, Enrollment.Leased _ -> "";
        };
    }

    static List<String> of(DoNotCallEntry entry) {
        return List.of(
                entry.phone().e164(),
                entry.channels().stream().map(Enum::name).sorted().collect(Collectors.joining(";")),
                entry.source(),
                entry.reason(),
                text(entry.addedAt()));
    }

    static List<String> of(Attempt attempt) {
        Optional<Closing> closing = attempt.closing();
        return List.of(
                attempt.id().value(),
                attempt.contact().value(),
                attempt.route().to().e164(),
                attempt.route().from().e164(),
                Integer.toString(attempt.number()),
                text(attempt.startedAt()),
                closing.flatMap(Closing::answeredAt).map(Rows::text).orElse(""),
                closing.map(ended -> text(ended.endedAt())).orElse(""),
                closing.map(ended -> Long.toString(ended.talkTime().toSeconds()))
                        .orElse(""),
                closing.map(ended -> ended.outcome().name()).orElse(""),
                text(closing.map(Closing::sipCode).orElseGet(OptionalInt::empty)));
    }

    /// All as long as each other, and no finer than anybody reads.
    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }
}
