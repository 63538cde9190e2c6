package com.hotpotspot.limits;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits.
 *
 * @param network one of them
 * @param prefix how many bits
 */
record AddressRange(InetAddress network, int prefix) {

    private static final Pattern CIDR = Pattern.compile("([^/]+)(?:/([0-9]{1,3}))?");

    /** @throws IllegalArgumentException unless this is an address, or an address and a number of bits */
    static AddressRange parse(String text) {
        Matcher parts = CIDR.matcher(text.strip());
        if (parts.matches()) {
            InetAddress network = ClientAddress.literal(parts.group(1)).orElseThrow(() -> unreadable(text));
            int bits = network.getAddress().length * Byte.SIZE;
            int prefix = parts.group(2) == null ? bits : Integer.parseInt(parts.group(2));
            if (prefix <= bits) {
                return new AddressRange(network, prefix);
            }
        }
        throw unreadable(text);
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "hotpotspot.limits.trusted-proxies takes addresses and ranges such as 10.0.0.0/8, not " + text);
    }

    boolean contains(InetAddress address) {
        byte[] own = network.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        int rest = own.length * Byte.SIZE - prefix;
        return new BigInteger(1, own).shiftRight(rest).equals(new BigInteger(1, other).shiftRight(rest));
    }

    @Override
    public String toString() {
        return network.getHostAddress() + '/' + prefix;
    }
}
