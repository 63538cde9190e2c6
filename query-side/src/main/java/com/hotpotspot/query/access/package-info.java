/**
 * The locks on the query side's doors: who somebody is, as the issuer says in a token or after a person has signed in,
 * what their roles open, and how often they may ask.
 */
@NullMarked
package com.hotpotspot.query.access;

import org.jspecify.annotations.NullMarked;
