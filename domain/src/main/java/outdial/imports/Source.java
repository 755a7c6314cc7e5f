package outdial.imports;

/// The door a list came through.
public enum Source {
    S3,
    EMAIL,
    UPLOAD,
    API
}
