package outdial.functions;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns;
import outdial.dialing.SlotRecount;
import outdial.functions.json.Json;
import outdial.report.ProgressRecount;

/// Every fifth minute has slots and counters compared with the enrollments, and says in one line what was put
/// right. One of a process; a new one begins anew, and so only finds things later.
final class Recounting {
    private static final Logger LOGGER = LoggerFactory.getLogger(Recounting.class);
    private static final int TICKS_APART = 5;

    private final Campaigns campaigns;
    private final SlotRecount slots;
    private final ProgressRecount progress;
    private final InstantSource clock;
    private int ticks;

    Recounting(Campaigns campaigns, SlotRecount slots, ProgressRecount progress, InstantSource clock) {
        this.campaigns = campaigns;
        this.slots = slots;
        this.progress = progress;
        this.clock = clock;
    }

    synchronized void tick() {
        if (++ticks % TICKS_APART != 0) return;
        List<CampaignRef> running = campaigns.running().toList();
        report(
                slots.look(running),
                progress.look(running, clock.instant()).stream().toList());
    }

    private static void report(List<SlotRecount.Repair> slots, List<ProgressRecount.Repair> counters) {
        if (slots.isEmpty() && counters.isEmpty()) return;
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("event", "recounted");
        fact.put("slots", slots.stream().map(Recounting::told).toList());
        fact.put("counters", counters.stream().map(Recounting::told).toList());
        LOGGER.warn("{}", Json.write(fact));
    }

    /// A scope as text has no caller number in clear.
    private static Map<String, Object> told(SlotRecount.Repair repair) {
        return Map.of("scope", repair.scope().toString(), "counted", repair.counted(), "held", repair.held());
    }

    private static Map<String, Object> told(ProgressRecount.Repair repair) {
        return Map.of("part", repair.part().name(), "counted", repair.part().counts(), "found", repair.found());
    }
}
