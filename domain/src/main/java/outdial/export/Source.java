package outdial.export;

import java.util.List;
import outdial.call.Attempts;
import outdial.contact.Contacts;
import outdial.donotcall.DoNotCall;
import outdial.enrollment.Enrollments;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;

/// Where exports read.
public record Source(Contacts contacts, Enrollments enrollments, DoNotCall doNotCall, Attempts attempts) {
    Page<List<String>> page(WorkspaceId workspace, Selection selection, PageRequest page) {
        return switch (selection) {
            case Selection.Contacts _ -> contacts.list(workspace, page).map(Rows::of);
            case Selection.Enrollments(var campaign, var status) ->
                enrollments.list(campaign, status, page).map(Rows::of);
            case Selection.DoNotCall _ -> doNotCall.list(workspace, page).map(Rows::of);
            case Selection.Calls(var campaign) -> attempts.list(campaign, page).map(Rows::of);
        };
    }
}
