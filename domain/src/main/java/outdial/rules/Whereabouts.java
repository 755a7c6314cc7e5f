package outdial.rules;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import outdial.phone.PhoneNumber;

/// Where a contact may be: wherever the number, the address or the contact's own time zone allows.
public final class Whereabouts {
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private final Atlas atlas;

    public Whereabouts(Atlas atlas) {
        this.atlas = atlas;
    }

    /// @param ownZone IANA name as the contact's list has it; what is none is ignored, and the number still
    /// counts
    public Area of(PhoneNumber phone, Atlas.Address address, String ownZone) {
        return atlas.ofNumber(phone).union(atlas.ofAddress(address)).union(inZone(ownZone));
    }

    private static Area inZone(String name) {
        return ZONES.contains(name) ? Area.of(List.of(name), Collections.emptyList()) : Area.UNKNOWN;
    }
}
