/// A phone network that speaks the Amazon Chime SDK Voice API, invokes the call flow with the events of a SIP media
/// application, and has people at the other end. [outdial.local.telephony.CallMachine] decides how a call goes on,
/// without threads or time; [outdial.local.telephony.Line] performs what it decides.
@NullMarked
package outdial.local.telephony;

import org.jspecify.annotations.NullMarked;
