package outdial.functions.api;

import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.imports.Target;

/// Where a list that is asked for shall go: people into the address book or a campaign, numbers onto the
/// do-not-call list, which takes a key that may change it.
record ImportTargets(CampaignLookup campaigns) {
    static final String LIST = "list";
    static final String CAMPAIGN = "campaignId";

    private static final int LONGEST_ID = 100;

    /// What a list is of.
    enum Kind {
        CONTACTS,
        DO_NOT_CALL;

        static Kind of(Target target) {
            return switch (target) {
                case Target.DoNotCallList _ -> DO_NOT_CALL;
                case Target.AddressBook _, Target.InCampaign _ -> CONTACTS;
            };
        }
    }

    /// @throws Refusal the key may not do that, there is no such campaign, or the body asks for both
    Target of(Request request, Fields body) {
        return switch (body.choice(LIST, Kind.class, Kind.CONTACTS)) {
            case CONTACTS ->
                body.optionalText(CAMPAIGN, LONGEST_ID)
                        .<Target>map(id -> new Target.InCampaign(campaigns
                                .find(new CampaignRef(request.workspace(), new CampaignId(id)))
                                .ref()
                                .id()))
                        .orElseGet(Target.AddressBook::new);
            case DO_NOT_CALL -> doNotCall(request, body);
        };
    }

    private static Target doNotCall(Request request, Fields body) {
        if (body.has(CAMPAIGN)) {
            throw body.refused(CAMPAIGN, "must be left out: a do-not-call list counts for all campaigns");
        }
        Admission.check(Access.OPERATES, request.who());
        return new Target.DoNotCallList();
    }
}
