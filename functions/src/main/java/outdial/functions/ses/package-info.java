/// Mail by Amazon SES.
@NullMarked
package outdial.functions.ses;

import org.jspecify.annotations.NullMarked;
