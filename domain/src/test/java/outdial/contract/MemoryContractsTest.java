package outdial.contract;

import org.junit.jupiter.api.Nested;
import outdial.memory.Memory;

/// The ports in memory keep the contracts.
final class MemoryContractsTest {
    private final Memory memory = new Memory();

    @Nested
    final class InMemoryEnrollments extends EnrollmentsContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }
    }

    @Nested
    final class InMemoryLeases extends LeasesContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }
    }
}
