/** What a sale mints and how that is split. Policies are versioned; every mint names the version it used. */
@NullMarked
package com.hotpotspot.command.policy;

import org.jspecify.annotations.NullMarked;
