/// A contact in a campaign: sealed states and the slots they hold.
@NullMarked
package outdial.enrollment;

import org.jspecify.annotations.NullMarked;
