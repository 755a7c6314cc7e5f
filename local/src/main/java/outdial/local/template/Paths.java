package outdial.local.template;

import java.util.List;

/// Property paths such as `RedrivePolicy.maxReceiveCount`. A path stands for everything beneath it; `*` for any one
/// key; the items of a list share the path of the list.
record Paths(List<String> all) {
    Paths {
        all = List.copyOf(all);
    }

    boolean covers(String path) {
        return all.stream().anyMatch(known -> matches(known.split("\\."), path.split("\\."), false));
    }

    /// Some known path leads further down from here.
    boolean leadThrough(String path) {
        return all.stream().anyMatch(known -> matches(known.split("\\."), path.split("\\."), true));
    }

    private static boolean matches(String[] known, String[] path, boolean further) {
        if (further ? known.length <= path.length : known.length != path.length) {
            return false;
        }
        for (int i = 0; i < path.length; i++) {
            if (!known[i].equals("*") && !known[i].equals(path[i])) {
                return false;
            }
        }
        return true;
    }
}
