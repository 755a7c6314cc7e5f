package outdial.local.telephony;

import java.util.List;

/// One call as the network sees it: plain values, moved on by [CallMachine].
///
/// @param step counts the phases entered, so that a timer of an earlier one is told from the current
/// @param promptsAnswered so many of the person's answers to prompts are used up
record Call(Ticket ticket, Person person, Phase phase, Dialogue dialogue, int step, int promptsAnswered) {
    /// A call after a signal, and what is to be done now, in this order.
    record Step(Call call, List<Effect> effects) {}

    static Call placed(Ticket ticket, Person person) {
        return new Call(ticket, person, new Phase.SettingUp(), Dialogue.begun(), 0, 0);
    }

    boolean over() {
        return phase instanceof Phase.Over;
    }

    Step on(Signal signal) {
        return CallMachine.next(this, signal);
    }
}
