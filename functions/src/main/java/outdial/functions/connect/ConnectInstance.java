package outdial.functions.connect;

/// The Amazon Connect instance that places the calls, and how.
///
/// @param contactFlowId the flow that leads a call, made from infrastructure/connect-flow.json
/// @param detectsMachines calls are campaign traffic, which AWS allows only on request, and machines are detected
public record ConnectInstance(String id, String contactFlowId, boolean detectsMachines) {}
