package com.hotpotspot.command.credential;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.limits.ClientAddress;
import java.util.Optional;

/**
 * Who wants a secret to be compared; nothing of it has been verified but the address.
 *
 * @param account whose secret it is said to be; empty for a name that no account can have
 */
public record Asker(Optional<AccountId> account, ClientAddress address) {}
