package outdial.dialing;

import java.util.List;

/// Orders on their way to the dialers; may arrive late, twice or never.
public interface DialQueue {
    void send(List<DialOrder> orders);
}
