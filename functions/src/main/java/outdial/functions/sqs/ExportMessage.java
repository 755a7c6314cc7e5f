package outdial.functions.sqs;

/// Asks for an export to be written.
public record ExportMessage(String workspaceId, String exportId) {
    public ExportMessage {
        Required.field("workspaceId", workspaceId);
        Required.field("exportId", exportId);
    }
}
