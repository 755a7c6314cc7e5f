package outdial.simulation;

import outdial.memory.Interposed;
import outdial.memory.Memory;

/// Makes the calls of the ports, or pretends to: a port that breaks its promise shows whether the watch would
/// notice.
@FunctionalInterface
interface Tampering {
    /// Every port keeps its promise.
    Tampering NONE = (_, call) -> call.real();

    Object call(Memory memory, Interposed.Call call);
}
