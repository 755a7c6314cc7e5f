/// Call attempts, their outcomes and the facts a carrier reports.
@NullMarked
package outdial.call;

import org.jspecify.annotations.NullMarked;
