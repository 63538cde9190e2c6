/**
 * Accounts: who may sign in, and what they are trusted with. The {@link com.hotpotspot.command.account.AccountRegistry}
 * knows by heart which role is in force at an instant; who may grant what is in the policies.
 */
@NullMarked
package com.hotpotspot.command.account;

import org.jspecify.annotations.NullMarked;
