package outdial.bench;

import java.util.OptionalDouble;

/// One measured figure.
///
/// @param name as in the JSON; its unit is part of it
/// @param budget the most that design section 12 allows; empty: it allows anything
record Figure(String name, double value, OptionalDouble budget) {
    static Figure of(String name, double value, double budget) {
        return new Figure(name, value, OptionalDouble.of(budget));
    }

    static Figure of(String name, double value) {
        return new Figure(name, value, OptionalDouble.empty());
    }

    String line() {
        String held = budget.isEmpty() ? "" : value <= budget.getAsDouble() ? "" : "   MISSED";
        String allowed = budget.isEmpty() ? "-" : "%.0f".formatted(budget.getAsDouble());
        return "  %-24s %10.2f   budget %6s%s".formatted(name, value, allowed, held);
    }
}
