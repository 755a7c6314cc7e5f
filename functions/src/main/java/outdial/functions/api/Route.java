package outdial.functions.api;

/// One line of the routing table: `method` and `path` with a key that `access` allows go to `endpoint`.
record Route(String method, PathTemplate path, Access access, Endpoint endpoint) {
    static Route of(String method, String path, Access access, Endpoint endpoint) {
        return new Route(method, PathTemplate.of("/v1" + path), access, endpoint);
    }
}
