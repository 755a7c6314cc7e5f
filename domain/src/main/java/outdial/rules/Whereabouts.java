package outdial.rules;

import java.util.List;
import outdial.phone.PhoneNumber;

/// Where a contact may be: wherever the number, the address or the contact's own time zone allows.
public final class Whereabouts {
    private final Atlas atlas;

    public Whereabouts(Atlas atlas) {
        this.atlas = atlas;
    }

    /// An address without a country is looked up in the number's country too. An address that is only a country
    /// says nothing where the number is of that country.
    ///
    /// @param ownZone IANA name as the contact's list has it; what is none is ignored, and the number still counts
    public Area of(PhoneNumber phone, Atlas.Address address, String ownZone) {
        Area number = atlas.ofNumber(phone);
        Area home = ofAddress(address, number);
        Area said = home.isWholeCountries() && number.isWithin(home) ? number : number.union(home);
        return said.union(Area.of(List.of(ownZone), List.of()));
    }

    private Area ofAddress(Atlas.Address address, Area number) {
        Area written = atlas.ofAddress(address);
        if (!address.country().isBlank() || number.countries().size() != 1) return written;
        if (address.state().isBlank() && address.postalCode().isBlank()) return written;
        String country = number.countries().first().code();
        return written.union(atlas.ofAddress(new Atlas.Address(address.state(), country, address.postalCode())));
    }
}
