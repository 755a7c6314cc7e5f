package outdial.local.telephony;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A contact flow: what Amazon Connect does in a call, action by action.
record Flow(String start, Map<String, Block> blocks) {
    Flow {
        blocks = Map.copyOf(blocks);
        if (!blocks.containsKey(start))
            throw new IllegalArgumentException("a flow starts with '" + start + "', has none");
        for (Block block : blocks.values()) {
            for (String next : targets(block.exits())) {
                if (!blocks.containsKey(next))
                    throw new IllegalArgumentException("a flow goes on with '" + next + "', but has no such action");
            }
        }
    }

    Block block(String id) {
        return Optional.ofNullable(blocks.get(id)).orElseThrow();
    }

    private static Iterable<String> targets(Block.Exits exits) {
        return Stream.of(exits.next().stream(), exits.conditions().values().stream(), exits.errors().values().stream())
                .flatMap(Function.identity())
                .toList();
    }
}
