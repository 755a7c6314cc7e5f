/// The domain's queues on Amazon SQS.
@NullMarked
package outdial.functions.sqs;

import org.jspecify.annotations.NullMarked;
