package com.hotpotspot.limits;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proxies whose word is believed about who calls through them. Each appends to {@code X-Forwarded-For}, or to
 * {@code Forwarded} (RFC 7239), whom it was called by, so that these are read from their end: what a caller wrote into
 * them itself comes before what the first trusted proxy wrote, and is never reached.
 */
public final class TrustedProxies {

    /** Whoever connects is who calls. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    private static final String X_FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED = "Forwarded";
    private static final int MOST_HOPS = 32;
    private static final Pattern ELEMENT = Pattern.compile("(?:[^,\"]|\"(?:[^\"\\\\]|\\\\.)*+\")++");
    private static final Pattern FOR =
            Pattern.compile("(?:^|;)\\s*for\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]*))\\s*(?:;|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]*)\\](?::[0-9]{1,5})?|([0-9.]+):[0-9]{1,5}");

    private final List<AddressRange> ranges;

    /**
     * @param ranges in CIDR notation, for example {@code 10.0.0.0/8}, or single addresses
     * @throws IllegalArgumentException if one of them is neither
     */
    public TrustedProxies(List<String> ranges) {
        this.ranges = ranges.stream().map(AddressRange::parse).toList();
    }

    /** @param peer who is connected */
    public boolean trusts(InetAddress peer) {
        return ranges.stream().anyMatch(range -> range.contains(peer));
    }

    /**
     * Who calls, by what a request says.
     *
     * @param peer the address that is connected, in digits; null where a server no longer knows
     * @param headers all of a name, in the order they were sent
     */
    public ClientAddress caller(@Nullable String peer, Function<String, List<String>> headers) {
        return caller(peer, headers.apply(X_FORWARDED_FOR), headers.apply(FORWARDED));
    }

    /**
     * Who calls. Where the two headers tell of different callers, a proxy passed on what it did not write itself, and
     * neither is believed.
     *
     * @param peer the address that is connected, in digits; null where a server no longer knows, since the connection
     *     was closed in the meantime
     * @param xForwardedFor all headers of that name, in the order they were sent
     * @param forwarded all headers of that name, in the order they were sent
     */
    ClientAddress caller(@Nullable String peer, List<String> xForwardedFor, List<String> forwarded) {
        Optional<InetAddress> connected = Optional.ofNullable(peer).flatMap(ClientAddress::literal);
        if (connected.isEmpty()) {
            return ClientAddress.UNKNOWN;
        }
        List<ClientAddress> told = Stream.of(
                        xForwardedFor.stream().flatMap(TrustedProxies::entries).toList(),
                        forwarded.stream().flatMap(TrustedProxies::elements).toList())
                .filter(hops -> !hops.isEmpty())
                .map(hops -> ClientAddress.of(callerBehind(connected.get(), hops)))
                .distinct()
                .toList();
        return told.size() == 1 ? told.getFirst() : ClientAddress.of(connected.get());
    }

    /** The last one that is no trusted proxy, or the first proxy whose own caller cannot be read. */
    private InetAddress callerBehind(InetAddress peer, List<String> hops) {
        InetAddress caller = peer;
        for (String hop : hops.reversed().subList(0, Math.min(hops.size(), MOST_HOPS))) {
            if (!trusts(caller)) {
                return caller;
            }
            Optional<InetAddress> before = address(hop);
            if (before.isEmpty()) {
                return caller;
            }
            caller = before.get();
        }
        return caller;
    }

    private static Optional<InetAddress> address(String hop) {
        Matcher withPort = WITH_PORT.matcher(hop);
        if (!withPort.matches()) {
            return ClientAddress.literal(hop);
        }
        String inBrackets = withPort.group(1);
        return ClientAddress.literal(inBrackets == null ? withPort.group(2) : inBrackets);
    }

    private static Stream<String> entries(String header) {
        return Stream.of(header.split(",", -1)).map(String::strip);
    }

    /** One text an element, empty for one that does not say for whom. */
    private static Stream<String> elements(String header) {
        List<String> found = new ArrayList<>();
        Matcher elements = ELEMENT.matcher(header);
        while (elements.find()) {
            Matcher caller = FOR.matcher(elements.group().strip());
            found.add(caller.find() ? Optional.ofNullable(caller.group(1)).orElseGet(() -> caller.group(2)) : "");
        }
        return found.stream();
    }

    @Override
    public String toString() {
        return ranges.toString();
    }
}
