package com.hotpotspot.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two administrators in the same instant. */
class LastAdministratorsTest {

    @Test
    void doNotBothResign() throws Exception {
        try (RunningCommandSide system = new RunningCommandSide();
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> tokens = List.of(system.administratorsToken(), system.secondAdministratorsToken());
            CyclicBarrier together = new CyclicBarrier(tokens.size());

            List<Future<Reply>> resigning = tokens.stream()
                    .map(token -> people.submit(() -> {
                        String account =
                                SignedJWT.parse(token).getJWTClaimsSet().getSubject();
                        together.await();
                        return system.as(token).post("/api/v1/accounts/" + account + "/roles/ADMIN/revoke", "");
                    }))
                    .toList();

            List<Integer> answers = List.of(
                    resigning.getFirst().get().status(),
                    resigning.getLast().get().status());
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
    }
}
