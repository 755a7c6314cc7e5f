/// The HTTP API.
@NullMarked
package outdial.functions.api;

import org.jspecify.annotations.NullMarked;
