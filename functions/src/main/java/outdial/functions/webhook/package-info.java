/// Deliveries to customers' servers: signed, to public addresses, by HTTP.
@NullMarked
package outdial.functions.webhook;

import org.jspecify.annotations.NullMarked;
