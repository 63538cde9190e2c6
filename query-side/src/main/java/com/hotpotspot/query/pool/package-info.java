/**
 * The connections to the database, in pools apart from each other, so that however many ask, there is one left for
 * whoever keeps this side going, and for whoever wants to know how it does.
 */
@NullMarked
@MayUse("limits")
@MayTouch(JDBC)
package com.hotpotspot.query.pool;

import static com.hotpotspot.house.Technique.JDBC;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
