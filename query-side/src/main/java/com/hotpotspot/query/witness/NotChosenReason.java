package com.hotpotspot.query.witness;

/** Why a node does not witness the log. */
public enum NotChosenReason {
    NO_WITNESS_CONFIGURED,

    /** Its score is not above {@link WitnessPolicies#THRESHOLD}. */
    BELOW_THRESHOLD,

    /** Fewer than {@link WitnessPolicies#FEWEST_ELIGIBLE} nodes are eligible. */
    TOO_FEW_ELIGIBLE,

    /** {@link WitnessPolicies#MOST_OF_A_CITY} nodes of its city have a better score. */
    CITY_HAS_ITS_SHARE,

    /** {@link WitnessPolicies#MOST_NODES} nodes have a better score. */
    ENOUGH_CHOSEN
}
