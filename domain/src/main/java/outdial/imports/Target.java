package outdial.imports;

import java.util.Optional;
import outdial.campaign.CampaignId;

/// Where the people of a list go: only into the address book, into a campaign too, or onto the do-not-call list.
public sealed interface Target {
    /// How a path says that a list is for the address book alone.
    String ADDRESS_BOOK = "contacts";

    /// How a path says that a list is of numbers that nobody may call.
    String DO_NOT_CALL = "do-not-call";

    /// As it stands in the path of a dropped list.
    String name();

    default Optional<CampaignId> campaign() {
        return switch (this) {
            case AddressBook(), DoNotCallList() -> Optional.empty();
            case InCampaign(CampaignId campaign) -> Optional.of(campaign);
        };
    }

    static Target parse(String name) {
        return switch (name) {
            case ADDRESS_BOOK -> new AddressBook();
            case DO_NOT_CALL -> new DoNotCallList();
            default -> new InCampaign(new CampaignId(name));
        };
    }

    record AddressBook() implements Target {
        @Override
        public String name() {
            return ADDRESS_BOOK;
        }
    }

    record DoNotCallList() implements Target {
        @Override
        public String name() {
            return DO_NOT_CALL;
        }
    }

    record InCampaign(CampaignId id) implements Target {
        @Override
        public String name() {
            return id.value();
        }
    }
}
