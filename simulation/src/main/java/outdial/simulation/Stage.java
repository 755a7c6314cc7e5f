package outdial.simulation;

import outdial.dialing.CarrierTerms;
import outdial.memory.Memory;

/// What a run takes place on.
record Stage(Memory memory, Schedule schedule, Troubles troubles, Watch watch, CarrierTerms terms) {}
