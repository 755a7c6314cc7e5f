package outdial.functions.api;

import outdial.formats.phone.PhoneReader;
import outdial.formats.phone.PhoneReading;
import outdial.phone.PhoneNumber;
import outdial.workspace.Workspace;
import outdial.workspace.WorkspaceId;
import outdial.workspace.Workspaces;

/// Reads phone numbers as people write them; one without a country code is of the workspace's country.
record Phones(PhoneReader reader, Workspaces workspaces) {
    /// With spaces, brackets and an extension.
    static final int LONGEST = 60;

    Reader of(WorkspaceId workspace) {
        return new Reader(reader, country(workspace));
    }

    String country(WorkspaceId workspace) {
        return workspaces
                .find(workspace)
                .map(Workspace::country)
                .orElseThrow(() -> new IllegalStateException("workspace " + workspace + " has a key but is not there"));
    }

    /// Reads the numbers of one workspace.
    record Reader(PhoneReader reader, String country) {
        /// @throws Refusal the text is no number that can be called
        PhoneNumber read(String field, String text) {
            return switch (reader.read(text, country)) {
                case PhoneReading.Valid valid -> new PhoneNumber(valid.e164());
                case PhoneReading.Invalid(PhoneReading.Problem problem) ->
                    throw Refusal.invalid(field, field + " is not a phone number that can be called: " + why(problem));
            };
        }

        private String why(PhoneReading.Problem problem) {
            return switch (problem) {
                case TOO_SHORT -> "it is too short (TOO_SHORT).";
                case TOO_LONG -> "it is too long (TOO_LONG).";
                case NOT_ASSIGNED -> "its numbering plan has not given it out (NOT_ASSIGNED).";
                case NO_COUNTRY -> "write it with its country code, such as +12025550123 (NO_COUNTRY).";
                case NOT_A_NUMBER -> "it is not a number (NOT_A_NUMBER).";
            };
        }
    }
}
