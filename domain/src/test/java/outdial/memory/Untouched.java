package outdial.memory;

import outdial.enrollment.Enrollment;
import outdial.enrollment.Status;

/// Whether nothing has happened to an enrollment since it was added.
final class Untouched {
    private Untouched() {}

    static boolean is(Enrollment enrollment) {
        boolean fresh = enrollment instanceof Enrollment.Waiting || enrollment.status() == Status.DISQUALIFIED;
        return fresh
                && enrollment.who().attempts() == 0
                && enrollment.who().last().isEmpty();
    }
}
