@NullMarked
package com.hotpotspot.query.connection;

import org.jspecify.annotations.NullMarked;
