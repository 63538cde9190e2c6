/**
 * Receipts as buyers hold them: the code that proves possession, the QR image that carries it, and the lines that are
 * printed. A code is computed from the check's id whenever it is needed; it is stored nowhere and never logged.
 */
@NullMarked
@MayUse({"events", "events.json", "events.money", "events.network", "events.sale", "keystore", "qr"})
package com.hotpotspot.command.receipt;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
