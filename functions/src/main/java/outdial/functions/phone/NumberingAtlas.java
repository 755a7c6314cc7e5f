package outdial.functions.phone;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import outdial.formats.phone.AddressAreas;
import outdial.formats.phone.Locality;
import outdial.formats.phone.NumberAreas;
import outdial.phone.PhoneNumber;
import outdial.rules.Area;
import outdial.rules.Atlas;

/// `Atlas` by the tables of area codes, states and postal codes. One serves the whole process.
public final class NumberingAtlas implements Atlas {
    private static final String NORTH_AMERICA = "+1";
    private static final int AREA_CODE_ENDS = "+1212".length();

    private final NumberAreas numbers = new NumberAreas();
    private final AddressAreas addresses = new AddressAreas(numbers);

    // Of a list in one country, nearly every row asks for one of a few hundred; there are no more than 1,000.
    private final Map<String, Area> areaCodes = new ConcurrentHashMap<>();

    @Override
    public Area ofNumber(PhoneNumber phone) {
        String e164 = phone.e164();
        return e164.startsWith(NORTH_AMERICA) && e164.length() > AREA_CODE_ENDS
                ? areaCodes.computeIfAbsent(e164.substring(0, AREA_CODE_ENDS), _ -> area(numbers.of(e164)))
                : area(numbers.of(e164));
    }

    @Override
    public Area ofAddress(Address address) {
        return area(addresses.of(address.state(), address.country(), address.postalCode()));
    }

    private static Area area(Locality found) {
        return Area.of(found.zones(), List.copyOf(found.regions()));
    }
}
