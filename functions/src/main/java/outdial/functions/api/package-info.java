/// The HTTP API: routes, what they take and what they answer. The contract is infrastructure/openapi.yaml.
@NullMarked
package outdial.functions.api;

import org.jspecify.annotations.NullMarked;
