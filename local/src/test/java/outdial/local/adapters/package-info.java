/// The domain's contracts, held by the DynamoDB adapters on the tables of the template.
@NullMarked
package outdial.local.adapters;

import org.jspecify.annotations.NullMarked;
