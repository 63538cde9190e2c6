/**
 * Who witnesses the audit log: the score of every node, the choice that follows from the scores, and its record in the
 * log. Scores are whole numbers per mille, and a choice follows from the log and the settings alone.
 */
@NullMarked
package com.hotpotspot.query.witness;

import org.jspecify.annotations.NullMarked;
