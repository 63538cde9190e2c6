package com.hotpotspot.command.account;

import com.hotpotspot.command.credential.ClientSecret;
import com.hotpotspot.command.credential.Credentials;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.web.Readiness;
import com.hotpotspot.events.account.CredentialId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Appoints the first administrator at the first start, and leaves what they sign in with in a file that nobody else can
 * read.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final AccountRegistry accounts;
    private final Readiness readiness;
    private final Commands commands;
    private final Credentials credentials;
    private final FirstAdministratorSettings settings;

    FirstAdministrator(
            AccountRegistry accounts,
            Readiness readiness,
            Commands commands,
            Credentials credentials,
            FirstAdministratorSettings settings) {
        this.accounts = accounts;
        this.readiness = readiness;
        this.commands = commands;
        this.credentials = credentials;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Path path = settings.adminCredentialsFile();
        if (!readiness.caughtUp()) {
            LOG.warn("The accounts are not known yet, so no administrator is appointed at this start");
        } else if (path != null) {
            appoint(new CredentialsFile(path));
        } else if (!accounts.hasAdministrator()) {
            LOG.warn("There is no administrator, and hotpotspot.access.admin-credentials-file does not say where to"
                    + " leave the credentials of one; nobody can sign in");
        }
    }

    private void appoint(CredentialsFile file) {
        try {
            if (accounts.hasAdministrator()) {
                file.finishWhatACrashLeft();
                return;
            }
            CredentialId credential = CredentialDesk.newId();
            ClientSecret secret = credentials
                    .create(credential, AppointAdministrator.ADMINISTRATOR)
                    .orElseThrow();
            // First the file: a crash in between may cost a credential that does not count, never the only one.
            file.prepare(AppointAdministrator.ADMINISTRATOR, secret);
            try {
                commands.send(
                        new AppointAdministrator(AppointAdministrator.ADMINISTRATOR, credential), Caller.schedule());
            } catch (CommandRefused | ConcurrencyException e) {
                LOG.info("Another process has appointed the administrator: {}", e.getMessage());
                file.discard();
                credentials.revoke(credential, AppointAdministrator.ADMINISTRATOR);
                return;
            }
            file.publish();
            LOG.info("Appointed the first administrator; what they sign in with is in {}", file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
