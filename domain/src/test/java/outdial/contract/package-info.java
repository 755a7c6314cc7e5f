/// What every implementation of a port must do, as tests: in memory here, on DynamoDB in the module `local`.
@NullMarked
package outdial.contract;

import org.jspecify.annotations.NullMarked;
