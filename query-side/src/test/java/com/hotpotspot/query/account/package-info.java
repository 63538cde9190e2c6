/** Tests of what is said about accounts. */
@NullMarked
package com.hotpotspot.query.account;

import org.jspecify.annotations.NullMarked;
