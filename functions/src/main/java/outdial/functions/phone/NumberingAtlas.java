package outdial.functions.phone;

import java.util.List;
import outdial.formats.phone.AddressAreas;
import outdial.formats.phone.Locality;
import outdial.formats.phone.NumberAreas;
import outdial.phone.PhoneNumber;
import outdial.rules.Area;
import outdial.rules.Atlas;

/// `Atlas` by the tables of area codes, states and postal codes. One serves the whole process.
public final class NumberingAtlas implements Atlas {
    private final NumberAreas numbers = new NumberAreas();
    private final AddressAreas addresses = new AddressAreas(numbers);

    @Override
    public Area ofNumber(PhoneNumber phone) {
        return area(numbers.of(phone.e164()));
    }

    @Override
    public Area ofAddress(Address address) {
        return area(addresses.of(address.state(), address.country(), address.postalCode()));
    }

    private static Area area(Locality found) {
        return Area.of(found.zones(), List.copyOf(found.regions()));
    }
}
