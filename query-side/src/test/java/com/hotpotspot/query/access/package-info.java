/** Who may come in. */
@NullMarked
package com.hotpotspot.query.access;

import org.jspecify.annotations.NullMarked;
