package outdial.local.aws.iam;

import java.util.List;

/// The rights that requests need to services of which little is asked.
final class RestRights {
    private RestRights() {}

    /// `/sip-media-applications/ID/calls` places a call, with a call's id behind it changes one.
    static List<Right> chime(Asked asked) {
        String[] path = asked.path().split("/", -1);
        String application = path.length > 2 ? path[2] : "";
        String action = path.length > 4 ? "UpdateSipMediaApplicationCall" : "CreateSipMediaApplicationCall";
        return List.of(new Right("chime:" + action, Arns.regional("chime", "sma/" + application)));
    }

    /// `/contact/outbound-voice` starts a contact, `/contact/stop` ends one, `/contacts/INSTANCE/ID` looks one up.
    static List<Right> connect(Asked asked) {
        String[] path = asked.path().split("/", -1);
        if (asked.path().startsWith("/contacts/") && path.length == 4) {
            return List.of(contact("DescribeContact", path[2], path[3]));
        }
        String action = asked.path().endsWith("/stop") ? "StopContact" : "StartOutboundVoiceContact";
        return List.of(contact(action, asked.text("InstanceId"), asked.text("ContactId")));
    }

    private static Right contact(String action, String instance, String contact) {
        return new Right("connect:" + action, Arns.regional("connect", "instance/" + instance + "/contact/" + contact));
    }

    /// Each entry names its bus.
    static List<Right> events(Asked asked) {
        return asked.body().findValuesAsText("EventBusName").stream()
                .distinct()
                .map(bus -> new Right(
                        "events:" + asked.operation(),
                        bus.startsWith("arn:") ? bus : Arns.regional("events", "event-bus/" + bus)))
                .toList();
    }

    /// Asks for the sender's domain, which is what Outdial verifies.
    static List<Right> ses(Asked asked) {
        String sender = asked.text("FromEmailAddress");
        String domain = sender.substring(sender.indexOf('@') + 1).replace(">", "");
        String action = asked.body().path("Content").has("Raw") ? "SendRawEmail" : "SendEmail";
        return List.of(new Right("ses:" + action, Arns.regional("ses", "identity/" + domain)));
    }
}
