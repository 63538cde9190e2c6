/** Tests of the audit log: what it seals, what it refuses to seal, and what it shows. */
@NullMarked
package com.hotpotspot.query.audit;

import org.jspecify.annotations.NullMarked;
