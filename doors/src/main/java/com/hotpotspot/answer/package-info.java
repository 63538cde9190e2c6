/**
 * What the answers of both sides have in common: their envelope, problems, and the codes by which clients know them.
 */
@NullMarked
package com.hotpotspot.answer;

import org.jspecify.annotations.NullMarked;
