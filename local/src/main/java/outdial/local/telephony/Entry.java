package outdial.local.telephony;

import java.time.Instant;

/// One line of the ledger.
record Entry(Instant at, String transactionId, Note note) {}
