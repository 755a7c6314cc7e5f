package outdial.functions.api;

/// One line of the routing table: `method` and `path` with a key that `access` allows go to `endpoint`.
record Route(String method, PathTemplate path, Access access, Endpoint endpoint) {
    static Route of(String method, String path, Access access, Endpoint endpoint) {
        return new Route(method, PathTemplate.of("/v1" + path), access, endpoint);
    }

    /// For an endpoint that takes neither a body nor query parameters, and so would heed nothing in them.
    static Route bare(String method, String path, Access access, Endpoint endpoint) {
        return of(method, path, access, request -> {
            request.onlyQuery();
            return endpoint.answer(request);
        });
    }
}
