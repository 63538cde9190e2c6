package com.hotpotspot.command.account;

import com.hotpotspot.command.credential.ClientSecret;
import com.hotpotspot.command.credential.Credentials;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/**
 * The way back in after the last secret of an administrator was lost. Behind no door: whoever calls this has the
 * database and has opened the keystore, and could do anything anyway; here they do it so that the log tells.
 */
@Component
public class AdministratorReset {

    private final Commands commands;
    private final Credentials credentials;

    AdministratorReset(Commands commands, Credentials credentials) {
        this.commands = commands;
        this.credentials = credentials;
    }

    /**
     * Gives an administrator a new secret in place of all that they had.
     *
     * @param path where to leave it with the account's id, readable by its owner only
     * @throws CommandRefused if there is no such account, it was closed, or it is no administrator's
     */
    public void replaceSecret(AccountId account, Path path) {
        CredentialsFile file = new CredentialsFile(path);
        CredentialId credential = CredentialDesk.newId();
        ClientSecret secret = credentials.create(credential, account).orElseThrow();
        try {
            // First the file: after a crash in between, the old secret may be of no use, but never the new one lost.
            file.prepare(account, secret);
            try {
                commands.send(new ReplaceAdministratorCredential(account, credential), Caller.machine());
            } catch (CommandRefused e) {
                file.discard();
                credentials.revoke(credential, account);
                throw e;
            }
            file.publish();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
