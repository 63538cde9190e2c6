/** Tests of the manners of the HTTP side. */
@NullMarked
package com.hotpotspot.query.web;

import org.jspecify.annotations.NullMarked;
