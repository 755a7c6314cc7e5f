package outdial.simulation;

import java.time.Duration;
import outdial.dialing.Law;
import outdial.memory.Memory;

/// What the watch and the phone network know from what they have seen themselves.
record OwnBooks(
        Holdings holdings,
        Tallies tallies,
        Stops stops,
        Frequency frequency,
        CampaignStates campaigns,
        PolicyStates policies,
        People people,
        PastCalls past,
        Dials dials,
        CarrierRules carriers,
        LawRules law) {

    static OwnBooks empty(Memory memory, Schedule schedule, Law law, Duration mostSkew) {
        CampaignStates campaigns = new CampaignStates(memory.campaigns());
        PolicyStates policies = new PolicyStates();
        return new OwnBooks(
                new Holdings(memory.slots()),
                new Tallies(),
                new Stops(),
                new Frequency(),
                campaigns,
                policies,
                new People(memory),
                new PastCalls(),
                new Dials(),
                new CarrierRules(schedule, mostSkew),
                new LawRules(law, campaigns, policies));
    }
}
