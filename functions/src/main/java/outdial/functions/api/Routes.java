package outdial.functions.api;

import static outdial.functions.api.Access.ADDS_CONTACTS;
import static outdial.functions.api.Access.ADMINISTERS;
import static outdial.functions.api.Access.ANYBODY;
import static outdial.functions.api.Access.OPERATES;
import static outdial.functions.api.Access.READS;

import java.util.List;
import java.util.stream.Stream;

/// The routing table, which is the list of what the API can do.
final class Routes {
    private Routes() {}

    static Router of(Ports ports) {
        PhoneFields phones = new PhoneFields(ports.phones(), ports.books().workspaces());
        return new Router(Stream.of(
                        campaigns(ports, phones),
                        lists(ports, phones),
                        setUp(ports, phones),
                        webhooks(ports),
                        rules(ports, phones))
                .flatMap(List::stream)
                .toList());
    }

    private static List<Route> campaigns(Ports ports, PhoneFields phones) {
        var campaigns = new CampaignEndpoints(ports, phones);
        var actions = new CampaignActions(ports, phones);
        var progress = new ProgressEndpoint(ports);
        var reached = new ReachedEndpoints(ports);
        var contact = new ContactActions(ports);
        var preflight = new PreflightEndpoint(ports);
        return List.of(
                Route.of("GET", "/health", ANYBODY, _ -> Answer.ok(new Health("UP"))),
                Route.of("POST", "/campaigns", OPERATES, campaigns::create),
                Route.of("GET", "/campaigns", READS, campaigns::list),
                Route.bare("GET", "/campaigns/{campaignId}", READS, campaigns::read),
                Route.of("PATCH", "/campaigns/{campaignId}", OPERATES, actions::edit),
                Route.bare("POST", "/campaigns/{campaignId}/start", OPERATES, actions::start),
                Route.bare("POST", "/campaigns/{campaignId}/start-outreaches", OPERATES, actions::startOutreaches),
                Route.bare("POST", "/campaigns/{campaignId}/pause", OPERATES, actions::pause),
                Route.bare("POST", "/campaigns/{campaignId}/resume", OPERATES, actions::resume),
                Route.bare("POST", "/campaigns/{campaignId}/cancel", OPERATES, actions::cancel),
                Route.bare("POST", "/campaigns/{campaignId}/archive", OPERATES, actions::archive),
                Route.bare("POST", "/campaigns/{campaignId}/preflight", READS, preflight::check),
                Route.bare("GET", "/campaigns/{campaignId}/progress", READS, progress::read),
                Route.of("GET", "/campaigns/{campaignId}/contacts", READS, reached::contacts),
                Route.bare("POST", "/campaigns/{campaignId}/contacts/{contactId}/skip", OPERATES, contact::skip),
                Route.of("POST", "/campaigns/{campaignId}/contacts/{contactId}/disable", OPERATES, contact::disable),
                Route.bare("POST", "/campaigns/{campaignId}/contacts/{contactId}/enable", OPERATES, contact::enable),
                Route.of("GET", "/campaigns/{campaignId}/calls", READS, reached::calls));
    }

    private static List<Route> lists(Ports ports, PhoneFields phones) {
        var contacts =
                new ContactsEndpoint(ports.books().campaigns(), ports.doors().rows());
        var imports = new ImportEndpoints(ports.books().campaigns(), ports.doors());
        var actions = new ImportActions(ports.doors().supervisor());
        var columns = new ColumnEndpoints(new CampaignLookup(ports.books().campaigns()), ports.doors(), imports);
        var mapping =
                new MappingEndpoints(ports.books().campaigns(), ports.doors().mappings());
        var mail = new MailEndpoints(ports.books().campaigns(), ports.mail());
        var doNotCall = new DoNotCallEndpoints(ports, phones);
        var exports = new ExportEndpoints(ports);
        return List.of(
                Route.of("POST", "/campaigns/{campaignId}/contacts", ADDS_CONTACTS, contacts::add),
                Route.of("PUT", "/campaigns/{campaignId}/mail", OPERATES, mail::put),
                Route.bare("GET", "/campaigns/{campaignId}/mail", READS, mail::read),
                Route.of("PUT", "/campaigns/{campaignId}/mapping", OPERATES, mapping::put),
                Route.bare("GET", "/campaigns/{campaignId}/mapping", READS, mapping::read),
                Route.bare("DELETE", "/campaigns/{campaignId}/mapping", OPERATES, mapping::delete),
                Route.of("POST", "/imports", ADDS_CONTACTS, imports::create),
                Route.of("GET", "/imports", READS, imports::list),
                Route.bare("GET", "/imports/template", READS, columns::template),
                Route.of("POST", "/imports/columns", ADDS_CONTACTS, columns::guess),
                Route.bare("GET", "/imports/{importId}", READS, imports::read),
                Route.bare("GET", "/imports/{importId}/preview", READS, columns::preview),
                Route.bare("POST", "/imports/{importId}/confirm", OPERATES, actions::confirm),
                Route.bare("POST", "/imports/{importId}/cancel", OPERATES, actions::cancel),
                Route.bare("POST", "/imports/{importId}/resume", OPERATES, actions::resume),
                Route.bare("POST", "/imports/{importId}/undo", OPERATES, actions::undo),
                Route.bare("GET", "/imports/{importId}/report", READS, imports::report),
                Route.of("POST", "/exports", OPERATES, exports::create),
                Route.of("GET", "/exports", OPERATES, exports::list),
                Route.bare("GET", "/exports/{exportId}", OPERATES, exports::read),
                Route.of("POST", "/do-not-call", OPERATES, doNotCall::add),
                Route.of("GET", "/do-not-call", READS, doNotCall::list),
                Route.bare("GET", "/do-not-call/{phone}", READS, doNotCall::read),
                Route.of("DELETE", "/do-not-call/{phone}", OPERATES, doNotCall::remove));
    }

    private static List<Route> setUp(Ports ports, PhoneFields phones) {
        var agents = new AgentEndpoints(ports.agents());
        var numbers = new CallerNumberEndpoints(ports.books().workspaces(), phones);
        var keys = new ApiKeyEndpoints(ports.books().workspaces());
        return List.of(
                Route.of("POST", "/agents", OPERATES, agents::create),
                Route.of("GET", "/agents", READS, agents::list),
                Route.bare("GET", "/agents/{agentId}", READS, agents::read),
                Route.of("PUT", "/caller-numbers/{phone}", OPERATES, numbers::put),
                Route.of("GET", "/caller-numbers", READS, numbers::list),
                Route.bare("GET", "/caller-numbers/{phone}", READS, numbers::read),
                Route.of("POST", "/api-keys", ADMINISTERS, keys::create),
                Route.of("GET", "/api-keys", ADMINISTERS, keys::list),
                Route.bare("DELETE", "/api-keys/{keyId}", ADMINISTERS, keys::revoke));
    }

    private static List<Route> webhooks(Ports ports) {
        var webhooks = new WebhookEndpoints(ports);
        return List.of(
                Route.of("POST", "/webhooks", ADMINISTERS, webhooks::create),
                Route.of("GET", "/webhooks", ADMINISTERS, webhooks::list),
                Route.bare("GET", "/webhooks/{webhookId}", ADMINISTERS, webhooks::read),
                Route.bare("DELETE", "/webhooks/{webhookId}", ADMINISTERS, webhooks::remove),
                Route.bare("POST", "/webhooks/{webhookId}/test", ADMINISTERS, webhooks::test),
                Route.bare("POST", "/webhooks/{webhookId}/rotate-secret", ADMINISTERS, webhooks::rotate),
                Route.bare("POST", "/webhooks/{webhookId}/enable", ADMINISTERS, webhooks::enable));
    }

    private static List<Route> rules(Ports ports, PhoneFields phones) {
        var stop = new StopEndpoints(ports);
        var rules = new RuleEndpoints(ports);
        var explaining = new ExplainEndpoint(ports, phones);
        var auditing = new Auditing(ports.rules().audit());
        return List.of(
                Route.bare("GET", "/emergency-stop", READS, stop::read),
                Route.of("PUT", "/emergency-stop", OPERATES, stop::put),
                Route.bare("DELETE", "/emergency-stop", ADMINISTERS, stop::lift),
                Route.bare("GET", "/rules", READS, rules::list),
                Route.of("GET", "/rules/explain", READS, explaining::explain),
                Route.of("PUT", "/rules/off", ADMINISTERS, rules::allOff),
                Route.bare("PUT", "/rules/on", ADMINISTERS, rules::allOn),
                Route.of("PUT", "/rules/{ruleId}/off", ADMINISTERS, rules::off),
                Route.bare("PUT", "/rules/{ruleId}/on", ADMINISTERS, rules::on),
                Route.of("PUT", "/rules/blocks/{region}", ADMINISTERS, rules::block),
                Route.bare("DELETE", "/rules/blocks/{region}", ADMINISTERS, rules::unblock),
                Route.of("GET", "/audit", ADMINISTERS, auditing::list));
    }

    /// Answers as soon as the function runs.
    record Health(String status) {}
}
