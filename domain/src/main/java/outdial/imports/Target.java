package outdial.imports;

import java.util.Optional;
import outdial.campaign.CampaignId;

/// Where the people of a list go: only into the address book, or into a campaign too.
public sealed interface Target {
    /// How a path says that a list is for the address book alone.
    String ADDRESS_BOOK = "contacts";

    /// As it stands in the path of a dropped list.
    String name();

    default Optional<CampaignId> campaign() {
        return switch (this) {
            case AddressBook() -> Optional.empty();
            case InCampaign(CampaignId campaign) -> Optional.of(campaign);
        };
    }

    static Target parse(String name) {
        return name.equals(ADDRESS_BOOK) ? new AddressBook() : new InCampaign(new CampaignId(name));
    }

    record AddressBook() implements Target {
        @Override
        public String name() {
            return ADDRESS_BOOK;
        }
    }

    record InCampaign(CampaignId id) implements Target {
        @Override
        public String name() {
            return id.value();
        }
    }
}
