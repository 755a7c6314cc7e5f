package outdial.dialing;

import outdial.call.Attempts;
import outdial.campaign.Campaigns;
import outdial.contact.Contacts;
import outdial.donotcall.DoNotCall;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Groups;
import outdial.enrollment.Numbers;
import outdial.rules.Policies;
import outdial.workspace.Workspaces;

/// The records that dialling reads and writes.
public record Books(
        Workspaces workspaces,
        Policies policies,
        Campaigns campaigns,
        Contacts contacts,
        DoNotCall doNotCall,
        Groups groups,
        Enrollments enrollments,
        Numbers numbers,
        Attempts attempts) {}
