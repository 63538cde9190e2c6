package com.hotpotspot.command.credential;

import com.hotpotspot.access.RateLimit;
import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.limits.ClientAddress;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.Limits.SignIns;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts wrong secrets, for each name at each address and for each address in all, so that nobody keeps another from
 * signing in by trying in their name. Right ones are not counted: any number of people may sign in from one address.
 */
@Component
public class WrongSecrets {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RateLimit<Asker> ofAsker;
    private final RateLimit<ClientAddress> ofAddress;
    private final RateLimit<Asker> knownOfAsker;
    private final RateLimit<ClientAddress> knownOfAddress;

    @Autowired
    WrongSecrets(Limits limits) {
        this(limits.signIns());
    }

    WrongSecrets(SignIns limits) {
        this.ofAsker = new RateLimit<>(limits.clientAtOnce(), limits.perClient(), MINUTE);
        this.ofAddress = new RateLimit<>(limits.addressAtOnce(), limits.perAddress(), MINUTE);
        this.knownOfAsker = new RateLimit<>(limits.clientAtOnce(), limits.perClient(), MINUTE);
        this.knownOfAddress = new RateLimit<>(limits.addressAtOnce(), limits.perAddress(), MINUTE);
    }

    /**
     * Counts nothing: whoever was found to be wrong too often takes no place in the line either. Those that are being
     * compared do not count here, since they may be right.
     *
     * @throws TooManyRequestsException if there were too many already
     */
    void requireRoomFor(Asker asker) {
        knownOfAsker.requireRoom(asker);
        knownOfAddress.requireRoom(asker.address());
    }

    /**
     * Counts a secret beforehand, since others may be compared at the same time, and takes that back unless it turns
     * out to be wrong.
     *
     * @throws TooManyRequestsException if there were too many already; then nothing is compared
     */
    public <T> Optional<T> count(Asker asker, Supplier<Optional<T>> comparing) {
        return ofAsker.countUnlessFound(
                asker,
                () -> ofAddress.countUnlessFound(asker.address(), () -> {
                    Optional<T> found = comparing.get();
                    if (found.isEmpty()) {
                        knownOfAsker.add(asker);
                        knownOfAddress.add(asker.address());
                    }
                    return found;
                }));
    }
}
