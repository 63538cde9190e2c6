/** The language of access: accounts, the roles they were granted and the credentials they sign in with. */
@NullMarked
@MayUse({"events", "events.network", "events.wallet"})
package com.hotpotspot.events.account;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
