/** The doors through which benchmarks come at the audit log, which shows its parts to nobody else. */
@NullMarked
package com.hotpotspot.query.audit;

import org.jspecify.annotations.NullMarked;
