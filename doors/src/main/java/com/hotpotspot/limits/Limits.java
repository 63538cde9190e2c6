package com.hotpotspot.limits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How much of the system anybody may take up: the settings {@code hotpotspot.limits.*}, of each side for itself. Their
 * defaults stand in {@code limits.yaml}, which both sides read; nowhere else is there a limit for what strangers can
 * send, open or wait for.
 *
 * @param trustedProxies whose word is believed about who calls, in CIDR notation or single addresses
 */
public record Limits(
        @NotNull @Valid Connections connections,
        @NotNull @Valid Deadlines deadlines,
        @NotNull @Valid Bytes bytes,
        @NotNull @Valid Hashes hashes,
        @NotNull @Valid SignIns signIns,
        @NotNull @Valid Streams streams,
        @NotNull @Valid Questions questions,
        @NotNull @Valid OpenDoors openDoors,
        @NotNull @Valid LogLines logLines,
        @NotNull List<String> trustedProxies) {

    /** @throws IllegalArgumentException if a range of proxies cannot be read */
    public Limits {
        trustedProxies = List.copyOf(trustedProxies);
        new TrustedProxies(trustedProxies);
    }

    /** The proxies to be believed. */
    public TrustedProxies proxies() {
        return new TrustedProxies(trustedProxies);
    }

    /**
     * How many connections may be open.
     *
     * @param inAll of everybody; fewer where the process may not open so many files, or its heap is small
     * @param perAddress of one address that is no trusted proxy
     */
    public record Connections(
            @Min(8) @Max(1_000_000) int inAll,
            @Min(1) @Max(1_000_000) int perAddress) {

        /** Both sides may be in one process, which needs files for other things, too. */
        private static final int PARTS = 3;

        /** Twice what a request takes while its form is waited for, measured on the command side. */
        private static final long HEAP_OF_ONE = 256 << 10;

        /**
         * @return {@link #inAll}, or less: a third of the files that this process may open, and one for each 256 KiB of
         *     its heap
         */
        public int thatFit(long openFiles, long heap) {
            return (int) Math.min(inAll, Math.max(1, Math.min(openFiles / PARTS, heap / HEAP_OF_ONE)));
        }
    }

    /**
     * How long is waited for somebody. All are at least a second, at most a day.
     *
     * @param idle for the next request on an open connection
     * @param header for the rest of a request's header, once it has begun
     * @param silence for more of a body, or for an answer to be taken, without anything moving
     * @param body for a body as a whole, not counting what is spent on it here
     * @param bytesPerSecond how fast a body must come in on average, from the time on that {@code silence} is over
     */
    public record Deadlines(
            @NotNull Duration idle,
            @NotNull Duration header,
            @NotNull Duration silence,
            @NotNull Duration body,
            @Min(1) @Max(1_000_000) int bytesPerSecond) {

        private static final Duration SHORTEST = Duration.ofSeconds(1);
        private static final Duration LONGEST = Duration.ofDays(1);

        /** @throws IllegalArgumentException if one is too short or too long */
        public Deadlines {
            List.of(idle, header, silence, body).forEach(deadline -> {
                if (deadline.compareTo(SHORTEST) < 0 || deadline.compareTo(LONGEST) > 0) {
                    throw new IllegalArgumentException(
                            "hotpotspot.limits.deadlines take from a second to a day, not " + deadline);
                }
            });
        }
    }

    /**
     * How much may be in memory of what was sent and is not yet answered, in KiB; less on a small heap.
     *
     * @param inAllKib of everybody
     * @param perAccountKib of one account
     */
    public record Bytes(
            @Min(4_096) @Max(1_000_000_000) int inAllKib,
            @Min(1_024) @Max(1_000_000_000) int perAccountKib) {

        private static final long KIB = 1_024;
        /** What was read takes several times as much as it did on the wire. */
        private static final int PARTS_OF_HEAP = 16;

        private static final int PARTS_OF_ALL = 4;
        /** Without as much no batch could be taken in. */
        private static final long LEAST = 4 * 1_024 * KIB;

        /** A budget of no more than a small part of so much memory, and for an account of a part of that. */
        public <K> ByteBudget<K> thatFits(long heap) {
            long all = Math.max(LEAST, Math.min(inAllKib * KIB, heap / PARTS_OF_HEAP));
            return new ByteBudget<>(all, Math.min(perAccountKib * KIB, all / PARTS_OF_ALL));
        }
    }

    /**
     * Secrets that are compared, each of which takes memory and a core on purpose.
     *
     * @param atOnce how many are compared at the same time; fewer on a machine with few cores
     * @param waiting how many more may wait for that; whoever comes then is told to come again
     */
    public record Hashes(
            @Min(1) @Max(64) int atOnce,
            @Min(0) @Max(10_000) int waiting) {

        /**
         * @return {@link #atOnce}, or all cores but one if that is less, so that there is one for all else; 1 or more
         */
        public int thatFit(int cores) {
            return Math.min(atOnce, Math.max(1, cores - 1));
        }
    }

    /**
     * Secrets that turn out to be wrong, where somebody signs in or asks for a token. Right ones are not counted.
     *
     * @param perAddress how many from one address in a minute
     * @param perClient how many in one name, from one address, in a minute
     * @param addressAtOnce how many of {@code perAddress} may come right one after the other
     * @param clientAtOnce how many of {@code perClient} may come right one after the other
     */
    public record SignIns(
            @Min(1) @Max(1_000_000) int perAddress,
            @Min(1) @Max(1_000_000) int perClient,
            @Min(1) @Max(1_000_000) int addressAtOnce,
            @Min(1) @Max(1_000_000) int clientAtOnce) {

        /** What comes at once is never more than what may come in a minute. */
        public SignIns {
            addressAtOnce = Math.min(addressAtOnce, perAddress);
            clientAtOnce = Math.min(clientAtOnce, perClient);
        }
    }

    /**
     * Answers without an end, and others that go on for long.
     *
     * @param inAll how many may be open
     * @param perAccount how many of one account
     */
    public record Streams(
            @Min(1) @Max(1_000_000) int inAll,
            @Min(1) @Max(1_000_000) int perAccount) {}

    /**
     * Questions that somebody who has signed in waits for the answer to: figures, pages, the beginning of a file.
     *
     * @param atOnce how many are being answered, each of which may hold a connection to the database
     * @param perAccount how many of one account
     * @param waiting how many more may wait for their turn; whoever comes then is told to come again
     * @param waitingPerAccount how many of one account may
     * @param patience how long they do, from a second to a minute
     * @param statement how long the database works on one statement of an answer, from a second to an hour
     */
    public record Questions(
            @Min(1) @Max(1_000) int atOnce,
            @Min(1) @Max(1_000) int perAccount,
            @Min(0) @Max(10_000) int waiting,
            @Min(0) @Max(10_000) int waitingPerAccount,
            @NotNull Duration patience,
            @NotNull Duration statement) {

        private static final Duration SHORTEST = Duration.ofSeconds(1);
        private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
        private static final Duration LONGEST_STATEMENT = Duration.ofHours(1);

        /** @throws IllegalArgumentException if one of the times is too short or too long */
        public Questions {
            requireWithin("patience", patience, LONGEST_WAIT);
            requireWithin("statement", statement, LONGEST_STATEMENT);
        }

        private static void requireWithin(String name, Duration duration, Duration longest) {
            if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(longest) > 0) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "hotpotspot.limits.questions.%s takes from %s to %s, not %s",
                        name,
                        SHORTEST,
                        longest,
                        duration));
            }
        }
    }

    /**
     * Doors that are open to everybody.
     *
     * @param perAddress how many requests from one address in a second
     */
    public record OpenDoors(@Min(1) @Max(1_000_000) int perAddress) {}

    /**
     * Lines in our own log that others can cause.
     *
     * @param perMinute how many in a minute, of each kind; the rest is only counted
     */
    public record LogLines(@Min(1) @Max(1_000_000) int perMinute) {}
}
