/**
 * What the document of an HTTP interface (OpenAPI 3.1) says beyond what a framework finds out by itself: the form of
 * JSON as it is on the wire, who may come in, and what can go wrong. Knows no web framework; each side adds its doors.
 */
@NullMarked
@MayUse({"access", "answer", "events.account", "events.network", "events.sale"})
package com.hotpotspot.openapi;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
