/** The manners of the HTTP side: the shape of answers and refusals, the headers of all of them, and the health. */
@NullMarked
package com.hotpotspot.query.web;

import org.jspecify.annotations.NullMarked;
