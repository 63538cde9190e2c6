package com.hotpotspot.standalone.replay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleNumber;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Says at which node an order is sold, from its number alone. A sale is known by node and number, so an order that came
 * to another node in the next run would be a second sale: the answer must never change while the nodes do not.
 */
final class NodeAssignment {

    private static final Pattern NUMERIC = Pattern.compile("[0-9]+");

    private final List<NodeId> nodes;

    /** @throws IllegalArgumentException if there is no node */
    NodeAssignment(List<NodeId> nodes) {
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("there must be a node to sell at");
        }
        this.nodes = nodes.stream().sorted(Comparator.comparing(NodeId::value)).toList();
    }

    NodeId nodeOf(SaleNumber number) {
        return nodes.get(index(number.value()));
    }

    private int index(String number) {
        if (NUMERIC.matcher(number).matches()) {
            return new BigInteger(number).mod(BigInteger.valueOf(nodes.size())).intValueExact();
        }
        CRC32 hash = new CRC32();
        hash.update(number.getBytes(US_ASCII));
        return (int) (hash.getValue() % nodes.size());
    }
}
