package outdial.memory;

import outdial.dialing.Tokens;
import outdial.enrollment.Token;

/// `token-1`, `token-2` and so on.
public final class NumberedTokens implements Tokens {
    private int last;

    @Override
    public synchronized Token next() {
        last++;
        return new Token("token-" + last);
    }
}
