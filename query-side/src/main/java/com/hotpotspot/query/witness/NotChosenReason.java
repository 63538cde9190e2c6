package com.hotpotspot.query.witness;

/** Why a node does not witness the log. */
public enum NotChosenReason {
    NO_WITNESS_CONFIGURED("no witness is configured for it"),
    BELOW_THRESHOLD("its score is not above " + WitnessPolicies.THRESHOLD),
    TOO_FEW_ELIGIBLE("fewer than " + WitnessPolicies.FEWEST_ELIGIBLE + " nodes are eligible"),
    CITY_HAS_ITS_SHARE(WitnessPolicies.MOST_OF_A_CITY + " nodes of its city have a better score"),
    ENOUGH_CHOSEN(WitnessPolicies.MOST_NODES + " nodes have a better score");

    private final String words;

    NotChosenReason(String words) {
        this.words = words;
    }

    /** In words, as what follows "not chosen:". */
    public String words() {
        return words;
    }
}
