package com.hotpotspot.query.network;

import java.util.List;

/** All nodes, by id, as of a position of the log. */
public record Nodes(List<NodeSummary> nodes, long position) {}
