package outdial.functions.api;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SortedSet;
import outdial.campaign.Settings;
import outdial.dialing.Law;
import outdial.hours.Hours;
import outdial.hours.Window;
import outdial.rules.Policies;
import outdial.rules.Region;
import outdial.workspace.Workspace;
import outdial.workspace.WorkspaceId;
import outdial.workspace.Workspaces;

/// Refuses a window in which the law allows no call anywhere in the workspace's country.
record WindowCheck(Law law, Policies policies, Workspaces workspaces, Duration ringing) {
    static WindowCheck of(Ports ports) {
        return new WindowCheck(
                ports.rules().law(), ports.books().policies(), ports.books().workspaces(), ports.ringing());
    }

    /// Only where the body changes what decides it.
    ///
    /// @throws Refusal the campaign could never call anybody
    Settings checked(WorkspaceId workspace, Fields body, Settings settings, Instant now) {
        if (settings.window().isEmpty() || !(body.mentions("window") || body.mentions("purpose"))) return settings;
        Region country = country(workspace);
        if (isAbroad(settings.window().get(), country)) return settings;
        if (!law.everOpens(settings, policies.of(workspace).switches(), country, now, ringing)) {
            throw body.refused(
                    "window",
                    "never opens: within " + Hours.DAYS_AHEAD + " days the calling rules of " + country.code() + " for "
                            + settings.purpose() + " allow no call in these hours, in none of its time zones; "
                            + "GET /v1/rules lists them");
        }
        return settings;
    }

    private Region country(WorkspaceId workspace) {
        return new Region(workspaces.find(workspace).map(Workspace::country).orElseThrow());
    }

    /// The clock of another country is for people there, under a law that the workspace's country does not tell.
    private boolean isAbroad(Window window, Region country) {
        SortedSet<String> zones = law.zonesOf(country);
        return switch (window.zone()) {
            case Window.Zone.Fixed(ZoneId id) -> !zones.contains(id.getId());
            case Window.Zone.ContactLocal() -> zones.isEmpty();
        };
    }
}
