package com.hotpotspot.query.page;

/**
 * How fresh a page is.
 *
 * @param position up to where in the log its figures speak, grouped; empty for an empty log
 * @param lastEvent when the log took that event; empty for an empty log, or while the log cannot be asked
 */
record Freshness(String position, String lastEvent) {

    static final Freshness OF_NOTHING = new Freshness("", "");
}
