package com.hotpotspot.events.network;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.money.Tetri;

/**
 * From now on a void of a sale takes the approval of somebody else, where the sale comes to more than this. Until it is
 * set none does.
 *
 * @param aboveTetri the largest total that is voided without
 */
@EventName("network.void-approval-set")
public record VoidApprovalSet(Tetri aboveTetri) implements NetworkEvent {}
