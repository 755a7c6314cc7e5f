package outdial.dialing;

import outdial.enrollment.Token;

/// New tokens, unguessable and never the same twice.
public interface Tokens {
    Token next();
}
