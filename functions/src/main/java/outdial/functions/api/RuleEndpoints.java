package outdial.functions.api;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import outdial.rules.Policies;
import outdial.rules.Region;
import outdial.rules.Rulebook;
import outdial.rules.Switches;
import outdial.workspace.AuditEntry.Action;

/// The calling rules, and what a workspace changes about them; each change goes on record first.
final class RuleEndpoints {
    private static final int MOST_TRIES = 3;
    private static final int LONGEST_DATE = 20;
    private static final String REASON = "reason";

    private final Rulebook book;
    private final Policies policies;
    private final Auditing auditing;
    private final InstantSource clock;

    RuleEndpoints(Ports ports) {
        this.book = ports.rules().law().rulebook();
        this.policies = ports.books().policies();
        this.auditing = new Auditing(ports.rules().audit());
        this.clock = ports.clock();
    }

    Answer list(Request request) {
        Switches switches = policies.of(request.workspace()).switches();
        return Answer.ok(RulesJson.of(book, switches, clock.instant()));
    }

    Answer allOff(Request request) {
        String reason = reason(request.body(REASON));
        auditing.note(request, Action.ALL_RULES_OFF, "", reason);
        return changed(request, switches -> switches.withAllOff(waiver(request, reason)));
    }

    Answer allOn(Request request) {
        auditing.note(request, Action.ALL_RULES_ON, "", "");
        return changed(request, Switches::withAllOn);
    }

    Answer off(Request request) {
        String rule = rule(request);
        String reason = reason(request.body(REASON));
        auditing.note(request, Action.RULE_OFF, rule, reason);
        return changed(request, switches -> switches.withOff(rule, waiver(request, reason)));
    }

    Answer on(Request request) {
        String rule = rule(request);
        auditing.note(request, Action.RULE_ON, rule, "");
        return changed(request, switches -> switches.withOn(rule));
    }

    Answer block(Request request) {
        Region region = region(request);
        Fields body = request.body("until", REASON);
        LocalDate until = WindowReader.date(
                body.text("until", LONGEST_DATE), () -> body.refused("until", "must be a date such as 2026-12-25"));
        if (isOver(until, request.time())) throw body.refused("until", "must not be over");
        auditing.note(request, Action.BLOCK_REGION, region.code() + " until " + until, reason(body));
        return changed(request, switches -> switches.withBlock(region, until));
    }

    Answer unblock(Request request) {
        Region region = region(request);
        auditing.note(request, Action.UNBLOCK_REGION, region.code(), "");
        return changed(request, switches -> switches.withoutBlock(region));
    }

    private Answer changed(Request request, UnaryOperator<Switches> change) {
        for (int attempt = 1; attempt <= MOST_TRIES; attempt++) {
            Switches from = policies.of(request.workspace()).switches();
            if (policies.change(request.workspace(), from, change.apply(from))) return list(request);
        }
        throw Refusal.of(
                ProblemType.CHANGED_MEANWHILE, "The rules were changed at the same time; look at them and try again.");
    }

    private static String reason(Fields body) {
        return body.text(REASON, StopEndpoints.LONGEST_REASON);
    }

    private static Switches.Waiver waiver(Request request, String reason) {
        return new Switches.Waiver(reason, request.who().keyId(), request.time());
    }

    private String rule(Request request) {
        String id = request.id("ruleId");
        if (book.rules().stream().anyMatch(rule -> rule.id().equals(id))) return id;
        throw Refusal.notFound("There is no rule with this id; GET /v1/rules lists them.");
    }

    private static Region region(Request request) {
        String code = request.id("region");
        if (Region.isCode(code)) return new Region(code);
        throw Refusal.invalid("region", "region must be a country or a part of one, such as FR or US-FL.");
    }

    /// Everywhere on earth.
    private static boolean isOver(LocalDate date, Instant now) {
        return date.isBefore(LocalDate.ofInstant(now, ZoneOffset.ofHours(-12)));
    }
}
