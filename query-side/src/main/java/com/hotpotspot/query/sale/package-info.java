/**
 * What was sold: totals and best sellers per node and business day, and the register of sales with its export for the
 * regulator.
 */
@NullMarked
package com.hotpotspot.query.sale;

import org.jspecify.annotations.NullMarked;
