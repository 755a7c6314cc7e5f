package outdial.imports;

import outdial.campaign.Campaigns;
import outdial.contact.Contacts;
import outdial.donotcall.DoNotCall;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Groups;
import outdial.workspace.Workspaces;

/// What imports read and write.
public record Books(
        Workspaces workspaces,
        Campaigns campaigns,
        Imports imports,
        Contacts contacts,
        DoNotCall doNotCall,
        Groups groups,
        Enrollments enrollments) {}
