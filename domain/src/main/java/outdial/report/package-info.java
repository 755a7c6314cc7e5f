/// Counters of a campaign's progress.
@NullMarked
package outdial.report;

import org.jspecify.annotations.NullMarked;
