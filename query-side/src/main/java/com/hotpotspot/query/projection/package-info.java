/**
 * What every projection stands on. A projection takes the log in batches and writes once per batch, in one transaction
 * with the position it has reached, so that what it shows is always what the log said up to exactly there.
 */
@NullMarked
package com.hotpotspot.query.projection;

import org.jspecify.annotations.NullMarked;
