package com.hotpotspot.command.account;

import com.hotpotspot.command.credential.ClientSecret;
import com.hotpotspot.command.credential.Credentials;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.dispatch.FactCommand;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.dispatch.Turns;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.common.IdentifierFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Issues and revokes credentials. The hash is stored first and the log makes it count, so that no crash in between
 * leaves a credential that works and nobody knows of.
 */
@Component
public class CredentialDesk {

    private final Commands commands;
    private final Turns turns;
    private final AccountRegistry accounts;
    private final Credentials credentials;

    CredentialDesk(Commands commands, Turns turns, AccountRegistry accounts, Credentials credentials) {
        this.commands = commands;
        this.turns = turns;
        this.accounts = accounts;
        this.credentials = credentials;
    }

    /**
     * Sees to it that a till can sign in and sell for its node.
     *
     * @return with its secret, if that was made now
     */
    public Issued admit(NodeId node, TerminalId terminal, Caller caller) {
        AccountId account = AccountId.of(node, terminal);
        boolean known =
                accounts.find(account).filter(it -> !it.credentials().isEmpty()).isPresent();
        if (known) {
            Landed<CredentialIssued> landed =
                    commands.send(new AdmitTerminal(node, terminal, newId(), caller.account()), caller);
            return new Issued(landed.answer(), landed.position(), Optional.empty());
        }
        return issue(account, newId(), id -> new AdmitTerminal(node, terminal, id, caller.account()), caller);
    }

    /** Gives a till a new secret in place of what it had. */
    public Issued replace(NodeId node, TerminalId terminal, CredentialId credential, Caller caller) {
        return issue(
                AccountId.of(node, terminal),
                credential,
                id -> new ReplaceTerminalCredential(node, terminal, id, caller.account()),
                caller);
    }

    /** Sees to it that a till can no longer sign in. One that never could stays as it is. */
    public void dismiss(NodeId node, TerminalId terminal, Caller caller) {
        if (accounts.find(AccountId.of(node, terminal)).isPresent()) {
            commands.send(new DismissTerminal(node, terminal, caller.account()), caller);
        }
    }

    /** Gives an account one more secret. */
    Issued issue(AccountId account, CredentialId credential, Caller caller) {
        return issue(account, credential, id -> new IssueCredential(account, id, caller.account()), caller);
    }

    /** Gives a person a secret with which they choose a password, in place of all that they had. */
    Issued beginAnew(AccountId account, CredentialId credential, Caller caller) {
        return issue(account, credential, id -> new GiveOneTimeSecret(account, id, caller.account()), caller);
    }

    /** Asks for one more secret, which another person has to confirm. */
    Landed<CredentialProposed> propose(AccountId account, CredentialId credential, CredentialKind kind, Caller caller) {
        if (credentials.isSomebodyElses(credential, account)) {
            throw taken(credential);
        }
        return commands.send(new ProposeCredential(account, credential, kind, caller.account()), caller);
    }

    /** Confirms what another person proposed. */
    Issued confirm(AccountId account, CredentialId credential, Caller caller) {
        return issue(account, credential, id -> new ConfirmCredential(account, id, caller.account()), caller);
    }

    Landed<CredentialRevoked> revoke(AccountId account, CredentialId credential, Caller caller) {
        Landed<CredentialRevoked> landed = commands.send(new RevokeCredential(account, credential), caller);
        credentials.revoke(credential, account);
        return landed;
    }

    /** In turn, since a secret that was prepared for one attempt must not be made to count by another. */
    private Issued issue(
            AccountId account,
            CredentialId credential,
            Function<CredentialId, FactCommand<CredentialIssued>> command,
            Caller caller) {
        return turns.take(() -> prepareAndIssue(account, credential, command, caller));
    }

    private Issued prepareAndIssue(
            AccountId account,
            CredentialId credential,
            Function<CredentialId, FactCommand<CredentialIssued>> command,
            Caller caller) {
        Optional<ClientSecret> secret = credentials.create(credential, account);
        if (secret.isEmpty() && !credentials.isOf(credential, account)) {
            throw taken(credential);
        }
        try {
            Landed<CredentialIssued> landed = commands.send(command.apply(credential), caller);
            boolean isThisOne = landed.answer().credential().equals(credential);
            boolean counts = isThisOne && !landed.replayed();
            if (!counts) {
                // What was made just now, or for one that the account does not have.
                secret.ifPresent(made -> credentials.revoke(credential, account));
            }
            return new Issued(landed.answer(), landed.position(), secret.filter(made -> counts));
        } catch (CommandRefused e) {
            // Only what was made just now: the refusal may be about a credential that is somebody else's.
            secret.ifPresent(made -> credentials.revoke(credential, account));
            throw e;
        }
    }

    private static CommandRefused taken(CredentialId credential) {
        return new CommandRefused(
                AccountCode.CREDENTIAL_TAKEN, "There is another credential with the id %s.".formatted(credential));
    }

    static CredentialId newId() {
        return new CredentialId(IdentifierFactory.getInstance().generateIdentifier());
    }

    /**
     * A credential that an account can sign in with.
     *
     * @param position where the log says so, if it tells
     * @param secret empty if it was shown before
     */
    public record Issued(CredentialIssued fact, @Nullable Long position, Optional<ClientSecret> secret) {}
}
