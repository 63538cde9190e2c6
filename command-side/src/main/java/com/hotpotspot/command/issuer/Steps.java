package com.hotpotspot.command.issuer;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialKind;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What somebody has proved who is not signed in yet, for their form to keep: nothing is remembered here of who stops in
 * the middle. It counts for one step and not for long; what the proof was made with is asked about again.
 */
@Component
@IfBuiltIn
class Steps {

    /** The form's field for it. */
    static final String FIELD = "step";

    private static final Duration TIME_FOR_A_STEP = Duration.ofMinutes(15);
    private static final String BETWEEN = " ";
    private static final int PARTS_OF_A_PROOF = 3;

    private final Seal seal;

    Steps(Seal seal) {
        this.seal = seal;
    }

    /** What is to be done next. */
    enum Step {
        /** In place of a secret that is good once. */
        CHOOSE_PASSWORD,
        /** Of the second factor that the account has. */
        ENTER_CODE,
        /** Have a second factor, or another one. */
        ENROL
    }

    /**
     * What a form keeps.
     *
     * @param more words that the step needs besides
     */
    record Proven(Proof proof, List<String> more) {

        Proven {
            more = List.copyOf(more);
        }
    }

    String seal(Step step, Proof proof, String... more) {
        String text = Stream.concat(
                        Stream.of(
                                proof.account().value(),
                                proof.credential().value(),
                                proof.kind().name()),
                        Stream.of(more))
                .collect(Collectors.joining(BETWEEN));
        return seal.seal(step.name(), text, TIME_FOR_A_STEP);
    }

    /** What a form proves that was sent; empty if it was not sealed here, for this step, a short while ago. */
    Optional<Proven> in(HttpServletRequest form, Step step) {
        return seal.open(step.name(), form.getParameter(FIELD)).map(text -> {
            List<String> parts = List.of(text.split(BETWEEN, -1));
            return new Proven(
                    new Proof(
                            new AccountId(parts.get(0)),
                            new CredentialId(parts.get(1)),
                            CredentialKind.valueOf(parts.get(2))),
                    parts.subList(PARTS_OF_A_PROOF, parts.size()));
        });
    }
}
