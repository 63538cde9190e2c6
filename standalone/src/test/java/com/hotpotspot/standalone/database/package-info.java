/** The embedded database over its life: first start, restart, crash, damage. */
@NullMarked
package com.hotpotspot.standalone.database;

import org.jspecify.annotations.NullMarked;
