package outdial.local.telephony;

import java.time.Instant;

/// What is known of a call from its first moment and never changes.
record Ticket(String transactionId, String callId, CallRequest request, Instant placedAt) {}
