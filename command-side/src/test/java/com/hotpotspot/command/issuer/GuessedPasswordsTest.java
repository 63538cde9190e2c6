package com.hotpotspot.command.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessedPasswordsTest {

    private static final String PASSWORD = "three old spoons";

    @Test
    void wrongPasswordsAreCountedUnderWhateverNameAndRightOnesNotKnownByHeart() {
        try (RunningCommandSide strict = new RunningCommandSide("--hotpotspot.limits.sign-ins.client-at-once=4");
                Browser guesser = new Browser(strict)) {
            Someone nino = Someone.invited(strict);
            guesser.choose(guesser.signIn(nino.name(), nino.secret()), PASSWORD);
            HttpResponse<String> form = guesser.get("/sign-in");

            List<Integer> answers = IntStream.range(0, 6)
                    .mapToObj(i -> guesser.submit(form, i % 2 == 0 ? nino.name() : nino.account(), PASSWORD + " " + i))
                    .map(HttpResponse::statusCode)
                    .toList();

            assertThat(answers).containsExactly(403, 403, 403, 403, 429, 429);
            assertThat(guesser.submit(form, nino.name(), PASSWORD).statusCode())
                    .as("a guess, for all that is known")
                    .isEqualTo(429);
        }
    }
}
