/** The language of access: accounts, the roles they were granted and the credentials they sign in with. */
@NullMarked
package com.hotpotspot.events.account;

import org.jspecify.annotations.NullMarked;
