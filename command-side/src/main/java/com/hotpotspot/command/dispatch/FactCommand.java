package com.hotpotspot.command.dispatch;

import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.Event;
import java.util.Optional;

/**
 * A command that asks for one fact to be true which is known by heart. Its handler answers that fact, whether it became
 * true now or was before.
 */
public interface FactCommand<E extends Event> extends Command<E> {

    @Override
    default boolean setsWhatOthersMaySet() {
        return true;
    }

    @Override
    default boolean isKnownByHeart() {
        return true;
    }

    /**
     * What the request's first command recorded, whatever became of it since; of a request without a key the fact that
     * it finds, where that was recorded the last time.
     */
    @Override
    default Optional<Landed<E>> before(Repetition<E> again) {
        Optional<StoredEvent> recorded = again.caller()
                .firstCommand()
                .flatMap(first -> again.last(
                        stored -> Trail.commandOf(stored).filter(first::equals).isPresent()))
                .or(() -> again.answer()
                        .flatMap(fact -> again.last(stored -> stored.event().equals(fact))));
        return recorded.map(stored -> {
            @SuppressWarnings("unchecked") // the same command, now or then, which answers the same kind of fact
            E fact = (E) stored.event();
            return new Landed<>(fact, stored.place(), true);
        });
    }
}
