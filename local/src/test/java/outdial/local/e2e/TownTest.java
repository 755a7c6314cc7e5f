package outdial.local.e2e;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import outdial.campaign.Campaign;

/// A town for all tests of a class, and a campaign in it for each.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TownTest {
    Town town;
    Campaign campaign;

    @BeforeAll
    void open() throws Exception {
        town = Town.open();
    }

    @AfterAll
    void close() {
        town.close();
    }

    @BeforeEach
    void a_campaign() {
        campaign = town.campaign();
    }
}
