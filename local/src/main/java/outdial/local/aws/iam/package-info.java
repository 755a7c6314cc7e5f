/// What IAM does between a function and the services: each request needs rights, and the function's role in the
/// template grants them or not. Off unless [outdial.local.Options#enforcingRoles()] asks for it; the end-to-end
/// tests do.
///
/// Only functions are checked: every other key may do everything. Policies of resources (buckets, queues), AWS's
/// managed policies, conditions and Deny are not known here.
@NullMarked
package outdial.local.aws.iam;

import org.jspecify.annotations.NullMarked;
