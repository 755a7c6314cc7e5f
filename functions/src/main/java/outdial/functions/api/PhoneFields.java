package outdial.functions.api;

import outdial.imports.Phones;
import outdial.imports.Phones.Reading;
import outdial.phone.PhoneNumber;
import outdial.workspace.Workspace;
import outdial.workspace.WorkspaceId;
import outdial.workspace.Workspaces;

/// Reads phone numbers as people write them; one without a country code is of the workspace's country.
record PhoneFields(Phones phones, Workspaces workspaces) {
    /// With spaces, brackets and an extension.
    static final int LONGEST = 60;

    Reader of(WorkspaceId workspace) {
        return new Reader(phones, country(workspace));
    }

    private String country(WorkspaceId workspace) {
        return workspaces
                .find(workspace)
                .map(Workspace::country)
                .orElseThrow(() -> new IllegalStateException("workspace " + workspace + " has a key but is not there"));
    }

    /// Reads the numbers of one workspace.
    record Reader(Phones phones, String country) {
        /// @throws Refusal the text is no number that can be called
        PhoneNumber read(String field, String text) {
            return switch (phones.read(text, country)) {
                case Reading.Valid valid -> valid.phone();
                case Reading.Invalid invalid ->
                    throw Refusal.invalid(
                            field,
                            field + " cannot be called: " + invalid.problem().message() + " (" + invalid.problem()
                                    + "). Write it with its country code, such as +12025550123.");
            };
        }
    }
}
