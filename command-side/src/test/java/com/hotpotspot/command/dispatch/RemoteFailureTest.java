package com.hotpotspot.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.network.NodeCode;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.network.NodeId;
import io.grpc.Status;
import java.util.Arrays;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A failure in another process looks to the sender as if it had happened right here. */
class RemoteFailureTest {

    /** There and back, as the bytes that are sent. */
    private static RuntimeException travelled(Throwable thrown) {
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        SerializedObject<byte[]> sent = serializer.serialize(RemoteFailure.of(thrown), byte[].class);
        RemoteFailure received = serializer.deserialize(sent);
        return received.asException();
    }

    static Stream<PublicCode> codesOfFeatures() {
        return Stream.of(UnknownCode.values(), NodeCode.values()).flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("codesOfFeatures")
    void aRefusalKeepsItsCodeAndReason(PublicCode code) {
        assertThat(travelled(new CommandRefused(code, "Not today.")))
                .isInstanceOfSatisfying(CommandRefused.class, refused -> {
                    assertThat(refused.isFor(code)).isTrue();
                    assertThat(refused.code().status()).isEqualTo(code.status());
                    assertThat(refused.code().meaning()).isEqualTo(code.meaning());
                    assertThat(refused.reason()).isEqualTo("Not today.");
                });
    }

    @Test
    void anInvalidValueKeepsItsFieldAndReason() {
        InvalidValue invalid = catchThrowableOfType(InvalidValue.class, () -> new NodeId("lower case"));

        assertThat(travelled(invalid)).isInstanceOfSatisfying(InvalidValue.class, received -> {
            assertThat(received.field()).isEqualTo(invalid.field());
            assertThat(received).hasMessage(invalid.getMessage());
        });
    }

    static Stream<Throwable> whatTheSenderTellsApart() {
        return Stream.of(
                new ConcurrencyException("too late"),
                new AggregateNotFoundException("node:NONE", "not there"),
                new EventLogUnavailableException("gone", null));
    }

    @ParameterizedTest
    @MethodSource("whatTheSenderTellsApart")
    void keepsItsKind(Throwable thrown) {
        assertThat(travelled(thrown)).isInstanceOf(thrown.getClass()).hasMessage(thrown.getMessage());
    }

    @Test
    void aConnectionLostWhileReadingAStreamIsAnUnreachableLog() {
        Throwable lost = new IllegalStateException("while reading", Status.UNAVAILABLE.asRuntimeException());

        assertThat(travelled(lost)).isInstanceOf(EventLogUnavailableException.class);
    }

    @Test
    void whatNobodyThoughtOfStaysAFailure() {
        assertThat(travelled(new IllegalStateException("a bug")))
                .isInstanceOf(CommandExecutionException.class)
                .hasMessageContaining("a bug");
        assertThat(catchThrowable(() -> Arrays.stream(RemoteFailure.Kind.values())
                        .map(kind -> new RemoteFailure(
                                kind, "node:NONE", "why", RemoteFailure.Refusal.of(UnknownCode.NODE_UNKNOWN)))
                        .forEach(RemoteFailure::asException)))
                .isNull();
    }
}
