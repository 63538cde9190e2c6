@NullMarked
package com.hotpotspot.query.audit;

import org.jspecify.annotations.NullMarked;
