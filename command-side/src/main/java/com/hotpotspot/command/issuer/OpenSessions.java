package com.hotpotspot.command.issuer;

import com.hotpotspot.events.account.AccountId;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How many browsers people are signed in in. One account has only so many, and so have all together; a further one ends
 * the one that was signed in first.
 */
@Component
@IfBuiltIn
class OpenSessions {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSessions.class);
    private static final String PLACE = Place.class.getName();

    private final int inAll;
    private final int perAccount;
    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedMap<Place, HttpSession> open = new LinkedHashMap<>();

    OpenSessions(IssuerSettings settings) {
        this.inAll = settings.sessions();
        this.perAccount = settings.sessionsPerAccount();
    }

    /** Takes a session in in which an account has signed in just now. */
    void add(HttpSession session, AccountId account) {
        Place place = new Place(account);
        // Takes the place of what the same browser was signed in as before.
        session.setAttribute(PLACE, place);
        List<HttpSession> tooMany;
        lock.lock();
        try {
            open.put(place, session);
            tooMany = Stream.concat(first(placesOf(account), perAccount), first(List.copyOf(open.keySet()), inAll))
                    .distinct()
                    .flatMap(over -> Stream.ofNullable(open.remove(over)))
                    .toList();
        } finally {
            lock.unlock();
        }
        tooMany.forEach(OpenSessions::end);
    }

    int count() {
        lock.lock();
        try {
            return open.size();
        } finally {
            lock.unlock();
        }
    }

    private List<Place> placesOf(AccountId account) {
        List<Place> places = new ArrayList<>(open.keySet());
        places.removeIf(place -> !place.account.equals(account));
        return places;
    }

    /** Those beyond {@code most}, from the first on. */
    private static Stream<Place> first(List<Place> places, int most) {
        return places.stream().limit(Math.max(0, places.size() - most));
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException hasEnded) {
            LOG.debug("A session that was to be ended had ended already");
        }
    }

    private void remove(Place place) {
        lock.lock();
        try {
            open.remove(place);
        } finally {
            lock.unlock();
        }
    }

    /** An attribute of a session that learns when the session ends, in whatever way. Equal to itself only. */
    private final class Place implements HttpSessionBindingListener {

        private final AccountId account;

        Place(AccountId account) {
            this.account = account;
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            remove(this);
        }
    }
}
