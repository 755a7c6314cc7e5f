package outdial.dialing;

import java.time.Duration;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Token;

/// Tells a dialer to call a claimed contact, `delay` from now (whole seconds, so that a batch keeps its pace). A
/// `probe` finds out whether the carrier works again.
public record DialOrder(EnrollmentId enrollment, Token token, Duration delay, boolean probe) {}
