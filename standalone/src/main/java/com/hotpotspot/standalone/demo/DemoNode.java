package com.hotpotspot.standalone.demo;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.standalone.network.StarterNetwork;
import java.util.List;

/**
 * A node on the demo day.
 *
 * @param guests how many come, compared with the others
 */
record DemoNode(NodeId id, int guests, List<TerminalId> terminals) {

    private static final TerminalId TILL_1 = new TerminalId("TILL-1");
    private static final TerminalId TILL_2 = new TerminalId("TILL-2");

    static final List<DemoNode> ALL = List.of(
            new DemoNode(StarterNetwork.TBILISI, 34, List.of(TILL_1, TILL_2)),
            new DemoNode(StarterNetwork.BATUMI, 26, List.of(TILL_1, TILL_2)),
            new DemoNode(StarterNetwork.KUTAISI, 17, List.of(TILL_1)),
            new DemoNode(StarterNetwork.RUSTAVI, 13, List.of(TILL_1)),
            new DemoNode(StarterNetwork.GORI, 10, List.of(TILL_1)));
}
