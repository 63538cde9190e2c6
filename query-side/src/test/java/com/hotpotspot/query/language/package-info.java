/** Tests of the languages of the pages and of their texts. */
@NullMarked
package com.hotpotspot.query.language;

import org.jspecify.annotations.NullMarked;
