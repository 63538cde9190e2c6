package com.hotpotspot.events.network;

/** Who runs a node: the founder, or a franchisee who owes the founder a royalty on what is minted. */
public enum NodeType {
    OWNER,
    FRANCHISE
}
