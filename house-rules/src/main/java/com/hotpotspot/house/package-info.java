/**
 * The rules of the house: what a package says of itself, and the rules that every module is held to. Other modules see
 * it while they are compiled and tested; no running program needs it.
 */
@NullMarked
package com.hotpotspot.house;

import org.jspecify.annotations.NullMarked;
