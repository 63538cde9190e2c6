/** The document of this side's HTTP interface (OpenAPI), made from the doors themselves when somebody first asks. */
@NullMarked
package com.hotpotspot.command.openapi;

import org.jspecify.annotations.NullMarked;
