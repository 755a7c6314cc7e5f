@NullMarked
package outdial.local.template;

import org.jspecify.annotations.NullMarked;
