/// Calls by Amazon Connect.
@NullMarked
package outdial.functions.connect;

import org.jspecify.annotations.NullMarked;
