/// Runs of the domain in virtual time, on ports in memory, with faults from a seed.
@NullMarked
package outdial.simulation;

import org.jspecify.annotations.NullMarked;
