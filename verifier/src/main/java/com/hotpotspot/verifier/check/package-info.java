/**
 * What somebody who trusts nobody can check offline: a proof, an export, a dump of the whole log, whether one
 * checkpoint grew out of another. The answer is a verdict in words and an exit code.
 */
@NullMarked
package com.hotpotspot.verifier.check;

import org.jspecify.annotations.NullMarked;
