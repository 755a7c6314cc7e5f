package outdial.imports;

/// Something of a row that was left out; the rest of it was imported.
public record Warning(String column, String message) {}
