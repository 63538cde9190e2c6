package com.hotpotspot.query.witness;

import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NodeId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an active node. Sales that were voided count nowhere.
 *
 * @param sales over all time, which is also the sum of the sales of its days
 * @param firstDay the first business day (Asia/Tbilisi) on which it sold something, null if it never did
 * @param activeDays the business days on which it sold something; other days neither age a node nor make it uneven
 * @param squares the sum, over these days, of each day's sales squared
 * @param items how many different items it has sold, by their codes
 * @param ownerUnits what its owner's wallet holds
 */
record NodeFacts(
        NodeId node,
        City city,
        long sales,
        @Nullable LocalDate firstDay,
        long activeDays,
        long squares,
        long items,
        long ownerUnits) {}
