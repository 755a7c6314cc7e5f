/// Voice agents: what is said and what a key press means.
@NullMarked
package outdial.agent;

import org.jspecify.annotations.NullMarked;
