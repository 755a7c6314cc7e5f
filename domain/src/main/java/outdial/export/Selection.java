package outdial.export;

import java.util.Optional;
import outdial.campaign.CampaignId;
import outdial.enrollment.Status;

/// What is exported.
public sealed interface Selection {
    /// Its name in the API.
    Kind kind();

    enum Kind {
        CONTACTS,
        ENROLLMENTS,
        DO_NOT_CALL,
        CALLS
    }

    /// The address book.
    record Contacts() implements Selection {
        @Override
        public Kind kind() {
            return Kind.CONTACTS;
        }
    }

    /// The contacts of a campaign, those with this status or all.
    record Enrollments(CampaignId campaign, Optional<Status> status) implements Selection {
        @Override
        public Kind kind() {
            return Kind.ENROLLMENTS;
        }
    }

    record DoNotCall() implements Selection {
        @Override
        public Kind kind() {
            return Kind.DO_NOT_CALL;
        }
    }

    /// The calls of a campaign that are over.
    record Calls(CampaignId campaign) implements Selection {
        @Override
        public Kind kind() {
            return Kind.CALLS;
        }
    }
}
