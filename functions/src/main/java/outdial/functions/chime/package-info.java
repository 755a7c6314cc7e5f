/// Calls by the Amazon Chime SDK.
@NullMarked
package outdial.functions.chime;

import org.jspecify.annotations.NullMarked;
