/** Tests of the manners of the HTTP side. */
@NullMarked
package com.hotpotspot.query.openapi;

import org.jspecify.annotations.NullMarked;
