package com.hotpotspot.events.wallet;

/** What a wallet is for. */
public enum WalletKind {
    /** The founder's. */
    MASTER,
    /** Of whoever owns franchise nodes. */
    FRANCHISE,
    /** A customer's. */
    CUSTOMER,
    /** Of one receipt, until it is claimed. */
    CHECK,
    CHARITY,
    /** Holds what nobody claimed. */
    RESERVE
}
