/** Tests of the clients that others make of the OpenAPI documents. */
@NullMarked
package com.hotpotspot.standalone.clients;

import org.jspecify.annotations.NullMarked;
