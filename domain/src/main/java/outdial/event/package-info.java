/// What happened, for whoever wants to know: events that describe a change which is already written.
@NullMarked
package outdial.event;

import org.jspecify.annotations.NullMarked;
