package outdial.simulation;

import outdial.dialing.Carriers;
import outdial.memory.Memory;

/// What a run takes place on.
record Stage(Memory memory, Schedule schedule, Troubles troubles, Watch watch, Carriers carriers) {}
