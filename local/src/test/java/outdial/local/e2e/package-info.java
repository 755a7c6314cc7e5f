/// The whole of Outdial on the local cloud, through its real doors, held against the phone network's own ledger.
@NullMarked
package outdial.local.e2e;

import org.jspecify.annotations.NullMarked;
