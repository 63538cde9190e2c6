/**
 * The connections to the database, in pools apart from each other, so that however many ask, there is one left for
 * whoever keeps this side going, and for whoever wants to know how it does.
 */
@NullMarked
package com.hotpotspot.query.pool;

import org.jspecify.annotations.NullMarked;
