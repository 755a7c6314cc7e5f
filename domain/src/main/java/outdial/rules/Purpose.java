package outdial.rules;

/// What a campaign calls for; some rules are only for one of them.
public enum Purpose {
    TELEMARKETING,
    COLLECTIONS,
    RESEARCH,
    INFORMATIONAL
}
