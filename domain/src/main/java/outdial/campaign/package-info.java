/// Campaigns: settings, states and what each state allows.
@NullMarked
package outdial.campaign;

import org.jspecify.annotations.NullMarked;
