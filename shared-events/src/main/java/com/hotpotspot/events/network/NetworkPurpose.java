package com.hotpotspot.events.network;

/** Whether a log holds business or was filled to show the system. Decided at the founding, for ever. */
public enum NetworkPurpose {
    LIVE,
    DEMO
}
