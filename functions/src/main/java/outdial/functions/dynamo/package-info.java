/// The domain's ports on Amazon DynamoDB.
@NullMarked
package outdial.functions.dynamo;

import org.jspecify.annotations.NullMarked;
