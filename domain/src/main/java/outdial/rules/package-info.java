/// The law on calling hours and on how often one may call, as data, and what it says about one contact.
@NullMarked
package outdial.rules;

import org.jspecify.annotations.NullMarked;
