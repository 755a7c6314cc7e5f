package outdial.hours;

import java.time.LocalDate;

/// Western Easter, by the Gregorian algorithm that was printed anonymously in Nature, 20 April 1876.
final class Easter {
    private Easter() {}

    static LocalDate sunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int moonDrift = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - moonDrift + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int marchDays = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, marchDays / 31, marchDays % 31 + 1);
    }
}
