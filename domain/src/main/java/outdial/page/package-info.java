/// Pages of long lists.
@NullMarked
package outdial.page;

import org.jspecify.annotations.NullMarked;
