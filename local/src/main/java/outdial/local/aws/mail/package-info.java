/// SES: mail that comes in by SMTP and through receipt rules, mail that functions send.
@NullMarked
package outdial.local.aws.mail;

import org.jspecify.annotations.NullMarked;
