package outdial.campaign;

/// ONE_TIME completes when every contact is final; FOLLOW_UP stays until it is cancelled.
public enum CampaignType {
    ONE_TIME,
    FOLLOW_UP
}
