/**
 * Measures what the log and its doors do, beside what a user could run instead, in one run on one database with fsync
 * on. Absolute figures are the machine's; the ratios are what counts.
 */
@NullMarked
package com.hotpotspot.benchmarks;

import org.jspecify.annotations.NullMarked;
