/** Tests of what is said about token policies. */
@NullMarked
package com.hotpotspot.query.policy;

import org.jspecify.annotations.NullMarked;
