package outdial.memory;

import java.util.List;
import outdial.phone.PhoneNumber;
import outdial.rules.Area;
import outdial.rules.Atlas;

/// Every number is in New York, except for those that begin with 312, which are in Chicago; addresses say nothing.
public final class EasternAtlas implements Atlas {
    @Override
    public Area ofNumber(PhoneNumber phone) {
        String zone = phone.e164().startsWith("+1312") ? "America/Chicago" : "America/New_York";
        return Area.of(List.of(zone), List.of("US"));
    }

    @Override
    public Area ofAddress(Address address) {
        return Area.UNKNOWN;
    }
}
