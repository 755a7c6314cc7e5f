package outdial.functions.api;

/// Answers the requests of one route.
interface Endpoint {
    /// @throws Refusal the request cannot be fulfilled as it is
    Answer answer(Request request);
}
