package outdial.formats.phone;

import java.util.Random;

/// Random texts that are, or nearly are, American numbers in the notations people use.
final class AmericanTexts {
    private static final String[] COUNTRY_CODES = {
        "", "", "", "+1", "+1", "1", "1 ", "+1 ", "+1-", "001", "+ 1", " +1", "+", "011 1"
    };
    private static final String[] AREA_CODES = {"212", "416", "876", "800", "555", "684", "242", "345", "900", "500"};
    private static final String PUNCTUATION = " -.()";
    private static final String NOISE = "+x/,0123456789#;\u00A0\uFF0B*~[ae";

    private AmericanTexts() {}

    static String next(Random random) {
        var text = new StringBuilder(COUNTRY_CODES[random.nextInt(COUNTRY_CODES.length)]);
        String areaCode = random.nextBoolean() ? AREA_CODES[random.nextInt(AREA_CODES.length)] : digits(random, 3);
        String number = areaCode + digits(random, 7);
        for (int i = 0; i < number.length(); i++) {
            while (random.nextInt(6) == 0) {
                text.append(PUNCTUATION.charAt(random.nextInt(PUNCTUATION.length())));
            }
            text.append(number.charAt(i));
        }
        while (random.nextInt(8) == 0) {
            text.append(PUNCTUATION.charAt(random.nextInt(PUNCTUATION.length())));
        }
        while (random.nextInt(5) == 0) {
            disturb(text, random);
        }
        return text.toString();
    }

    private static void disturb(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        if (random.nextInt(3) == 0 && at < text.length()) {
            text.deleteCharAt(at);
        } else {
            text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
        }
    }

    private static String digits(Random random, int count) {
        var digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
