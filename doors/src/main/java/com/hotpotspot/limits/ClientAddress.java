package com.hotpotspot.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a caller is, as callers are counted: an IPv4 address, or the first 64 bits of an IPv6 address, since whoever
 * has one address of such a network has all of them. {@link TrustedProxies} tells whose address that is.
 *
 * @param value the address in its usual form, of IPv6 that of the network, for example {@code 2001:db8:0:1:0:0:0:0/64}
 */
public record ClientAddress(String value) {

    /** For whoever cannot be told from others; they share what one address may do. */
    public static final ClientAddress UNKNOWN = new ClientAddress("unknown");

    private static final int NETWORK_BYTES = 8;
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
    private static final Pattern ZONE = Pattern.compile("%[A-Za-z0-9._-]+$");

    /** @param address of the caller itself, not of a proxy in between */
    public static ClientAddress of(InetAddress address) {
        if (address instanceof Inet6Address ipv6) {
            byte[] network = Arrays.copyOf(Arrays.copyOf(ipv6.getAddress(), NETWORK_BYTES), ipv6.getAddress().length);
            return new ClientAddress(fromBytes(network).getHostAddress() + "/64");
        }
        return new ClientAddress(address.getHostAddress());
    }

    /**
     * An address written in digits, without a port and without a name being looked up. An IPv4 address within an IPv6
     * address ({@code ::ffff:192.0.2.1}) is that IPv4 address.
     */
    static Optional<InetAddress> literal(String text) {
        String address = ZONE.matcher(text).replaceFirst("");
        if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    private static InetAddress fromBytes(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
