package com.hotpotspot.query.saledesk;

import org.jspecify.annotations.Nullable;

/**
 * Which part of which list of sales is wanted.
 *
 * @param after behind what it begins; null for the beginning
 * @param limit how many at most
 */
record Wanted(SaleFilter filter, SaleOrder order, @Nullable ListPlace after, int limit) {}
