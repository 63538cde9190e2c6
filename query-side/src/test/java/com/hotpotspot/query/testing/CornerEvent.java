package com.hotpotspot.query.testing;

import static java.util.stream.Collectors.toSet;

import com.hotpotspot.events.BusinessDay;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.SignInName;
import com.hotpotspot.events.json.EventType;
import com.hotpotspot.events.json.EventTypes;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.events.wallet.WalletId;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event in a corner of what events may hold, made of nothing but the types of its parts. Whoever adds one need not
 * think of this, unless its parts must fit each other: then it belongs into the story of {@link Corner}.
 */
final class CornerEvent {

    private final Corner corner;
    private final Map<Class<?>, Object> parts = new HashMap<>();

    CornerEvent(Corner corner) {
        this.corner = corner;
        parts.put(NodeId.class, corner.node());
        parts.put(TerminalId.class, corner.terminal());
        parts.put(OwnerId.class, corner.owner());
        parts.put(HolderId.class, corner.holder());
        parts.put(WalletId.class, corner.wallet());
        parts.put(
                AccountId.class,
                new AccountId(corner.padded(String.format(Locale.ROOT, "a%03d", corner.number()), "z-9", 64)));
        parts.put(CredentialId.class, new CredentialId("c".repeat(corner.most() ? 64 : 1)));
        parts.put(
                SignInName.class, new SignInName("z".repeat(corner.most() ? SignInName.LONGEST : SignInName.SHORTEST)));
        parts.put(Instant.class, corner.at());
        parts.put(LocalDate.class, BusinessDay.of(corner.at()));
        parts.put(Units.class, corner.units());
        parts.put(Tetri.class, corner.tetri());
        parts.put(int.class, corner.count());
        parts.put(long.class, corner.most() ? Corner.LARGEST : 0L);
        parts.put(boolean.class, corner.most());
    }

    /** Every type of event that a story does not tell of; the network is founded apart. */
    List<Event> besides(List<Event> story) {
        Set<Class<?>> told = story.stream().map(Event::getClass).collect(toSet());
        told.add(NetworkFounded.class);
        return EventTypes.all().stream()
                .map(EventType::payload)
                .filter(Predicate.not(told::contains))
                .map(this::of)
                .toList();
    }

    private Event of(Class<? extends Event> type) {
        return make(
                type,
                Stream.of(type.getRecordComponents()).map(this::part).toArray(),
                Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new));
    }

    private @Nullable Object part(RecordComponent component) {
        boolean mayBeMissing = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return mayBeMissing && !corner.whole() ? null : value(component.getType());
    }

    private Object value(Class<?> type) {
        if (type.isEnum()) {
            Object[] constants = Objects.requireNonNull(type.getEnumConstants());
            return constants[corner.most() ? constants.length - 1 : 0];
        }
        return parts.computeIfAbsent(type, this::text);
    }

    /** A text with a type of its own says how long it may be. */
    private Object text(Class<?> type) {
        try {
            int longest = type.getField("MAX_LENGTH").getInt(null);
            return make(type, new Object[] {corner.padded("W", "W", longest)}, String.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("say here what a " + type.getName() + " comes to at most", e);
        }
    }

    private static <T> T make(Class<T> type, @Nullable Object[] parts, Class<?>... types) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " belongs into the story of Corner", e);
        }
    }
}
