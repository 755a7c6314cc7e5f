/// Events on the bus: what they look like, and how they get there.
@NullMarked
package outdial.functions.events;

import org.jspecify.annotations.NullMarked;
