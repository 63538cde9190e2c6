package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.Role;
import java.util.List;

/**
 * Have the first account, with the roles ADMIN and NETWORK_OWNER, so that there is somebody to grant roles to others.
 * The only account that is trusted by nobody else; refused as soon as there is an administrator.
 *
 * @param credential what it signs in with
 */
record AppointAdministrator(AccountId account, CredentialId credential) implements AccountCommand<AccountCreated> {

    /** Where there are several processes, one of them appoints. */
    static final AccountId ADMINISTRATOR = new AccountId("administrator");

    static final AccountKind KIND = AccountKind.CLIENT;

    static final List<Role> ROLES = List.of(Role.ADMIN, Role.NETWORK_OWNER);

    /** Deciding again would come to the same refusal, after another process was faster. */
    @Override
    public boolean worthRetrying() {
        return false;
    }
}
