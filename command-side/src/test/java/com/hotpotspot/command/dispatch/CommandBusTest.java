package com.hotpotspot.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.access.Grant;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.eventlog.Channel;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NodeId;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every command passes on its way to its handler. */
class CommandBusTest {

    private static final NodeId VAKE = new NodeId("VAKE");
    private static final NodeId GORI = new NodeId("GORI");
    private static final Sender OWNER = new Sender.Holder(new AccountId("owner"), Grant.unbounded(Role.NETWORK_OWNER));
    private static final Sender TILL_OF_VAKE =
            new Sender.Holder(new AccountId("till"), new Grant(Role.POS_TERMINAL, Set.of(VAKE), Optional.empty()));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<CommandMessage<?>> handled = new ArrayList<>();

    private CommandResultMessage<?> send(CommandMessage<Greet> message, MessageHandler<CommandMessage<?>> handler) {
        CommandBus bus = new CommandBusConfiguration().commandBus(new CommandMetrics(meters));
        bus.subscribe(Greet.class.getName(), handler);
        FutureCallback<Greet, Object> answer = new FutureCallback<>();
        bus.dispatch(message, answer);
        return answer.getResult();
    }

    private Object handle(CommandMessage<?> message) {
        handled.add(message);
        return "hello";
    }

    private @Nullable Timer timerOf(String outcome) {
        return meters.find(CommandMetrics.NAME)
                .tags("command", "Greet", "outcome", outcome)
                .timer();
    }

    @Test
    void aCommandOfSomebodyWhoMaySendItIsHandled() {
        CommandResultMessage<?> fromTill = send(greet(VAKE, TILL_OF_VAKE), this::handle);
        CommandResultMessage<?> fromOwner = send(greet(GORI, OWNER), this::handle);
        CommandResultMessage<?> fromTheSystem = send(greet(GORI, Sender.SYSTEM), this::handle);

        assertThat(((CommandOutcome<?>) fromTill.getPayload()).result()).isEqualTo("hello");
        assertThat(fromOwner.isExceptional()).isFalse();
        assertThat(fromTheSystem.isExceptional()).isFalse();
        assertThat(handled).hasSize(3);
    }

    @Test
    void aCommandAboutANodeThatTheSendersRoleIsNotAboutReachesNoHandler() {
        CommandResultMessage<?> result = send(greet(GORI, TILL_OF_VAKE), this::handle);

        assertThat(result.exceptionResult())
                .isInstanceOf(CommandRefused.class)
                .hasMessageContaining("POS_TERMINAL is not about this");
        assertThat(handled).isEmpty();
    }

    @Test
    void aCommandOfNobodyReachesNoHandler() {
        CommandResultMessage<?> result = send(new GenericCommandMessage<>(new Greet(VAKE)), this::handle);

        assertThat(result.exceptionResult()).isInstanceOf(CommandRefused.class);
        assertThat(handled).isEmpty();
    }

    @Test
    void whatBecameOfCommandsIsCountedAndTimed() {
        send(greet(VAKE, OWNER), this::handle);
        send(greet(VAKE, OWNER), this::handle);
        send(greet(VAKE, OWNER), message -> {
            throw new ConcurrencyException("somebody was faster");
        });
        send(greet(GORI, TILL_OF_VAKE), this::handle);

        assertThat(timerOf("done")).isNotNull().extracting(Timer::count).isEqualTo(2L);
        assertThat(timerOf("conflict")).isNotNull().extracting(Timer::count).isEqualTo(1L);
        assertThat(timerOf("refused")).isNotNull().extracting(Timer::count).isEqualTo(1L);
        assertThat(timerOf("failed")).isNull();
    }

    private static CommandMessage<Greet> greet(NodeId node, Sender sender) {
        Caller caller = new Caller(sender, Channel.TILL, "c-1", Optional.empty());
        return new GenericCommandMessage<>(new Greet(node), caller.metadata(new Greet(node)));
    }

    private record Greet(NodeId node) implements Command<String> {

        @Override
        public StreamId stream() {
            return node.stream();
        }

        @Override
        public boolean isWithin(Grant grant) {
            return grant.reaches(node);
        }
    }
}
