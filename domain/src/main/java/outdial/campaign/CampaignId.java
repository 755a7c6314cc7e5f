package outdial.campaign;

/// Names a campaign; unique in the whole deployment.
public record CampaignId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
