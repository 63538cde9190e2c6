package com.hotpotspot.events.account;

/** What an account is trusted with. */
public enum Role {
    /** Manages accounts and may read everything but personal data. */
    ADMIN,
    /** Runs the network: nodes, terminals, policies. */
    NETWORK_OWNER,
    /** Looks after the nodes it was granted, and no others. */
    FRANCHISEE,
    /** Sells for the nodes it was granted, and for no others. */
    POS_TERMINAL,
    /** Sees and moves what belongs to one holder. */
    CUSTOMER,
    /** Proposes and confirms decisions about people. */
    COMPLIANCE_OFFICER,
    /** Decides where the risk is high, and appoints compliance officers. */
    COMPLIANCE_HEAD,
    /** Reads, on behalf of the state. */
    REGULATOR,
    /** Reads, on behalf of those who check the books. */
    AUDITOR,
    /** Reads streams without personal data. */
    ANALYST;

    /** Whether the role means nothing without the nodes it is for. */
    public boolean needsNodes() {
        return this == FRANCHISEE || this == POS_TERMINAL;
    }

    /** Whether the role means nothing without the holder it is for. */
    public boolean needsHolder() {
        return this == CUSTOMER;
    }
}
