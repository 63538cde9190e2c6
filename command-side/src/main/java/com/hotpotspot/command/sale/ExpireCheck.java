package com.hotpotspot.command.sale;

import com.hotpotspot.events.sale.CheckId;

/**
 * Send what a check still holds to the reserve if its claim window has ended. Changes nothing if there is nothing to
 * do; answers whether the check needs no more looking after.
 */
public record ExpireCheck(CheckId check) implements CheckCommand<Boolean> {}
