package com.hotpotspot.events.sale;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.network.NodeId;
import java.time.Instant;

/**
 * Somebody with a role for the node agrees that a sale is taken back, by anybody but themselves.
 *
 * @param until the last instant at which a void may rely on it
 */
@EventName("sale.void-approved")
public record SaleVoidApproved(SaleId sale, NodeId node, AccountId approvedBy, Instant until) implements SaleEvent {}
