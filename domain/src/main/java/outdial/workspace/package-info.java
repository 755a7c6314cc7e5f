/// Tenants: workspaces, their API keys and caller numbers.
@NullMarked
package outdial.workspace;

import org.jspecify.annotations.NullMarked;
