/**
 * Selling. A sale is one stream of its own: the sale, the tokens it mints and the check it leaves with the buyer,
 * recorded together or not at all. A sale locks, loads and updates nothing else, and the same sale sent again is
 * answered, not doubled.
 */
@NullMarked
package com.hotpotspot.command.sale;

import org.jspecify.annotations.NullMarked;
