/**
 * Who may do what, in words that both sides share: what a door declares, who somebody is as their token says, and how
 * often they may ask. Tokens are issued and verified elsewhere.
 */
@NullMarked
package com.hotpotspot.access;

import org.jspecify.annotations.NullMarked;
