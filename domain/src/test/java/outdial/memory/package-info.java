/// Every port of the domain kept in memory, with the atomicity that its documentation promises, for tests and
/// simulations.
@NullMarked
package outdial.memory;

import org.jspecify.annotations.NullMarked;
