package com.hotpotspot.events.minting;

import com.hotpotspot.events.InvalidValue;

/** The largest share of supply that a holder of each kind should come to, in percent, 1 to 100. */
public record Caps(int founderPercent, int franchiseePercent, int customerPercent) {

    /** @throws InvalidValue if a percent is out of range */
    public Caps {
        check(founderPercent, "caps.founder");
        check(franchiseePercent, "caps.franchisee");
        check(customerPercent, "caps.customer");
    }

    private static void check(int percent, String field) {
        InvalidValue.unless(percent >= 1 && percent <= 100, field, "must lie between 1 and 100");
    }
}
