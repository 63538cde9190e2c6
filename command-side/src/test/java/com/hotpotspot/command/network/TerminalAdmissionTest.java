package com.hotpotspot.command.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.access.Grant;
import com.hotpotspot.command.credential.ClientSecret;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.dispatch.Sender;
import com.hotpotspot.command.network.TerminalAdmission.Admission;
import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.eventlog.Channel;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A till sells and signs in, or does neither: its node and its account agree. */
class TerminalAdmissionTest {

    private static final NodeId VAKE = new NodeId("VAKE");
    private static final Caller OWNER = new Caller(
            new Sender.Holder(new AccountId("administrator"), Grant.unbounded(Role.NETWORK_OWNER)),
            Channel.PROGRAM,
            "c-1",
            Optional.empty());

    private static RunningCommandSide system;
    private static TerminalAdmission terminals;

    @BeforeAll
    static void aNode() {
        system = new RunningCommandSide();
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        system.post("/api/v1/nodes", """
                {"nodeId":"VAKE","type":"OWNER","city":"Tbilisi","ownerId":"owner"}""");
        terminals = system.context().getBean(TerminalAdmission.class);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void whatIsLetInMaySellAndSignIn() {
        Admission admitted = terminals.admit(authorise("TILL-1"), OWNER);

        assertThat(maySell("TILL-1")).isTrue();
        assertThat(statusOfSignIn(admitted)).isEqualTo(200);
    }

    @Test
    void whatIsStoppedMayDoNeither() {
        Admission admitted = terminals.admit(authorise("TILL-2"), OWNER);

        terminals.dismiss(new RevokeTerminal(VAKE, new TerminalId("TILL-2")), OWNER);

        assertThat(maySell("TILL-2")).isFalse();
        assertThat(statusOfSignIn(admitted)).isEqualTo(401);
    }

    @Test
    void whoAsksAgainSeesToWhatACrashBetweenTheTwoLeftUndone() {
        system.context().getBean(Commands.class).send(authorise("TILL-3"), OWNER);

        Admission admitted = terminals.admit(authorise("TILL-3"), OWNER);

        assertThat(admitted.authorised().replayed()).isTrue();
        assertThat(statusOfSignIn(admitted)).isEqualTo(200);
    }

    @Test
    void whoAsksAgainIsNotShownTheSecretAgain() {
        terminals.admit(authorise("TILL-4"), OWNER);

        assertThat(terminals.admit(authorise("TILL-4"), OWNER).issued().secret())
                .isEmpty();
    }

    @Test
    void whatItsNodeDoesNotHaveIsNotStopped() {
        RevokeTerminal unknown = new RevokeTerminal(VAKE, new TerminalId("NONE"));

        assertThatThrownBy(() -> terminals.dismiss(unknown, OWNER)).isInstanceOf(CommandRefused.class);
    }

    private static AuthoriseTerminal authorise(String terminal) {
        return new AuthoriseTerminal(VAKE, new TerminalId(terminal));
    }

    private static boolean maySell(String terminal) {
        return system.context().getBean(NetworkRegistry.class).node(VAKE).terminalMaySell(new TerminalId(terminal))
                instanceof Verdict.Allowed;
    }

    private static int statusOfSignIn(Admission admitted) {
        String secret = admitted.issued().secret().map(ClientSecret::value).orElseThrow();
        return system.requestToken(admitted.issued().fact().account().value(), secret)
                .status();
    }
}
