package outdial.local.lambda;

/// Runs functions of the template the way Lambda's synchronous Invoke does.
public interface Invoker {
    /// The function's reply to one event, both JSON in UTF-8. Waits for it, at most the function's own time-out.
    ///
    /// @param functionLogicalId the function's name in template.yaml, such as `CallFlow`
    /// @throws FunctionFailed the function threw or did not answer in time; it was logged already
    /// @throws IllegalArgumentException the template has no such function
    byte[] invoke(String functionLogicalId, byte[] event) throws FunctionFailed;
}
