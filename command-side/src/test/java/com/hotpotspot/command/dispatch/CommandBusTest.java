package com.hotpotspot.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.policy.CommandRefused;
import com.hotpotspot.command.policy.RefusalCode;
import com.hotpotspot.command.policy.Verdict;
import com.hotpotspot.events.StreamId;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every command passes on its way to its handler. */
class CommandBusTest {

    private static final Verdict REFUSED = Verdict.refused(RefusalCode.NODE_INACTIVE, "not by you");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<CommandMessage<?>> handled = new ArrayList<>();
    private Authorisation authorisation = (command, sender) -> Verdict.allowed();

    private CommandResultMessage<?> send(CommandMessage<Greet> message, MessageHandler<CommandMessage<?>> handler) {
        CommandBus bus = new CommandBusConfiguration().commandBus(authorisation, new CommandMetrics(meters));
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
        CommandResultMessage<?> result = send(greetFrom("till"), this::handle);

        assertThat(((CommandOutcome<?>) result.getPayload()).result()).isEqualTo("hello");
        assertThat(handled).hasSize(1);
    }

    @Test
    void aCommandOfSomebodyWhoMayNotSendItReachesNoHandler() {
        authorisation = (command, sender) ->
                command instanceof Greet && "till".equals(sender.get(Trail.ROLE)) ? REFUSED : Verdict.allowed();

        CommandResultMessage<?> fromTill = send(greetFrom("till"), this::handle);
        CommandResultMessage<?> fromOwner = send(greetFrom("owner"), this::handle);

        assertThat(fromTill.exceptionResult())
                .isInstanceOf(CommandRefused.class)
                .hasMessage("not by you");
        assertThat(fromOwner.isExceptional()).isFalse();
        assertThat(handled).hasSize(1);
    }

    @Test
    void whatBecameOfCommandsIsCountedAndTimed() {
        send(greetFrom("till"), this::handle);
        send(greetFrom("till"), this::handle);
        send(greetFrom("till"), message -> {
            throw new ConcurrencyException("somebody was faster");
        });
        authorisation = (command, sender) -> REFUSED;
        send(greetFrom("till"), this::handle);

        assertThat(timerOf("done")).isNotNull().extracting(Timer::count).isEqualTo(2L);
        assertThat(timerOf("conflict")).isNotNull().extracting(Timer::count).isEqualTo(1L);
        assertThat(timerOf("refused")).isNotNull().extracting(Timer::count).isEqualTo(1L);
        assertThat(timerOf("failed")).isNull();
    }

    private static CommandMessage<Greet> greetFrom(String role) {
        return new GenericCommandMessage<>(new Greet(StreamId.parse("node:VAKE")), MetaData.with(Trail.ROLE, role));
    }

    private record Greet(StreamId stream) implements Command<String> {}
}
