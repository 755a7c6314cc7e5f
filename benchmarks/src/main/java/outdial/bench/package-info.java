/// Measures Outdial on the local cloud and holds what it finds against the budgets of the design.
@NullMarked
package outdial.bench;

import org.jspecify.annotations.NullMarked;
