package outdial.functions.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.functions.api.WindowJson.SpanJson;
import outdial.hours.HolidayCalendar;
import outdial.rules.Cap;
import outdial.rules.Confidence;
import outdial.rules.Purpose;
import outdial.rules.Quiet;
import outdial.rules.Region;
import outdial.rules.Rule;
import outdial.rules.Rulebook;
import outdial.rules.Switches;

/// The calling rules as the workspace has them: `allOff` where none counts, and regions that are not called at all.
record RulesJson(boolean rulesOn, Optional<WaiverJson> allOff, List<BlockJson> blocks, List<RuleJson> rules) {
    static RulesJson of(Rulebook book, Switches switches, Instant now) {
        return new RulesJson(
                switches.rulesOn(),
                switches.allOff().map(WaiverJson::of),
                switches.blockedUntil().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(BlockJson::of)
                        .toList(),
                book.rules().stream()
                        .map(rule -> RuleJson.of(rule, switches, now))
                        .toList());
    }

    record WaiverJson(String reason, String by, Instant at) {
        static WaiverJson of(Switches.Waiver waiver) {
            return new WaiverJson(waiver.reason(), waiver.by(), waiver.at());
        }
    }

    /// Nobody there is called until the end of that date.
    record BlockJson(String region, LocalDate until) {
        static BlockJson of(Map.Entry<Region, LocalDate> block) {
            return new BlockJson(block.getKey().code(), block.getValue());
        }
    }

    /// `active`: it counts now. `changed`: the workspace turned it ON or OFF.
    record RuleJson(
            String id,
            String region,
            List<Purpose> purposes,
            List<SpanJson> hours,
            Optional<HolidayCalendar> closedOn,
            List<CapJson> caps,
            List<QuietJson> quiets,
            Optional<LocalDate> validFrom,
            Confidence confidence,
            String source,
            String asOf,
            boolean active,
            Optional<Changed> changed,
            Optional<WaiverJson> waiver) {
        static RuleJson of(Rule rule, Switches switches, Instant now) {
            Optional<Switches.Waiver> waiver =
                    Optional.ofNullable(switches.off().get(rule.id()));
            return new RuleJson(
                    rule.id(),
                    rule.region().code(),
                    rule.purposes().stream().sorted().toList(),
                    rule.limits().hours().stream().map(SpanJson::of).toList(),
                    Optional.of(rule.limits().closed()).filter(calendar -> calendar != HolidayCalendar.NONE),
                    rule.limits().caps().stream().map(CapJson::of).toList(),
                    rule.limits().quiets().stream().map(QuietJson::of).toList(),
                    rule.validFrom(),
                    rule.evidence().confidence(),
                    rule.evidence().source(),
                    rule.evidence().asOf(),
                    switches.apply(rule) && rule.isInForce(now),
                    changed(rule, switches),
                    waiver.map(WaiverJson::of));
        }

        private static Optional<Changed> changed(Rule rule, Switches switches) {
            if (switches.off().containsKey(rule.id())) return Optional.of(Changed.OFF);
            return switches.on().contains(rule.id()) ? Optional.of(Changed.ON) : Optional.empty();
        }
    }

    enum Changed {
        OFF,
        ON
    }

    /// At most so many calls within any stretch of so many seconds.
    record CapJson(int calls, long withinSeconds) {
        static CapJson of(Cap cap) {
            return new CapJson(cap.calls(), cap.within().toSeconds());
        }
    }

    /// No call for so many seconds after a conversation or a refusal.
    record QuietJson(Quiet.Event after, long seconds) {
        static QuietJson of(Quiet quiet) {
            return new QuietJson(quiet.after(), quiet.length().toSeconds());
        }
    }
}
