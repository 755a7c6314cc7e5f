package outdial.contract;

import outdial.agent.Agents;
import outdial.dialing.Books;
import outdial.dialing.Circuits;
import outdial.dialing.Pace;
import outdial.dialing.Slots;

/// The ports under test, all of one deployment.
public record Ports(Books books, Slots slots, Pace pace, Circuits circuits, Agents agents) {}
