package com.hotpotspot.command.issuer;

import com.hotpotspot.access.Public;
import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.account.PasswordDesk;
import com.hotpotspot.command.account.RegisteredAccount;
import com.hotpotspot.command.credential.Password;
import com.hotpotspot.command.credential.PasswordFault;
import com.hotpotspot.command.issuer.Steps.Proven;
import com.hotpotspot.command.issuer.Steps.Step;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a person who came with a one-time secret chooses a password. */
@Controller
@IfBuiltIn
@Public
class PasswordPage {

    static final String NEW = "new-password";
    private static final String AGAIN = "new-password-again";

    private final Steps proofs;
    private final StepPages steps;
    private final IssuerPages pages;
    private final PasswordDesk desk;
    private final AccountRegistry accounts;
    private final AccountSecrets secrets;

    PasswordPage(
            Steps proofs,
            StepPages steps,
            IssuerPages pages,
            PasswordDesk desk,
            AccountRegistry accounts,
            AccountSecrets secrets) {
        this.proofs = proofs;
        this.steps = steps;
        this.pages = pages;
        this.desk = desk;
        this.accounts = accounts;
        this.secrets = secrets;
    }

    /** There is no such page before a secret was given. */
    @GetMapping(IssuerConfiguration.PASSWORD)
    void beginAgain(HttpServletResponse response) {
        IssuerPages.leadOn(response, IssuerConfiguration.SIGN_IN);
    }

    @PostMapping(IssuerConfiguration.PASSWORD)
    void choose(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Proof> known = proofs.in(request, Step.CHOOSE_PASSWORD).map(Proven::proof);
        if (known.isEmpty()) {
            pages.signIn(request, response, HttpStatus.FORBIDDEN, "out-of-date");
            return;
        }
        Proof proof = known.get();
        String typed = Objects.requireNonNullElse(request.getParameter(NEW), "");
        Optional<String> fault = faultOf(accounts, proof.account(), typed, request);
        if (fault.isPresent()) {
            steps.choosePassword(proof, request, response, HttpStatus.UNPROCESSABLE_CONTENT, fault.get());
            return;
        }
        Optional<Proof> chosen = chosen(proof, typed, request);
        if (chosen.isPresent()) {
            steps.goOn(chosen.get(), request, response);
        } else {
            pages.signIn(request, response, HttpStatus.FORBIDDEN, "spent");
        }
    }

    /** What is wrong with a password that somebody typed into a form, for the end of a key. */
    static Optional<String> faultOf(
            AccountRegistry accounts, AccountId account, String typed, HttpServletRequest form) {
        Set<String> names = accounts.find(account).map(RegisteredAccount::names).orElse(Set.of());
        return Password.faultOf(typed, names)
                .map(PasswordFault::name)
                .or(() -> typed.equals(form.getParameter(AGAIN)) ? Optional.empty() : Optional.of("DIFFERENT"));
    }

    /**
     * Whoever sends the form twice has chosen with the first and is told so by the second, if both say the same; who
     * comes later with another password has not.
     */
    private Optional<Proof> chosen(Proof proof, String typed, HttpServletRequest request) {
        try {
            CredentialId credential = desk.choose(
                    proof.account(), proof.credential(), Password.typed(typed).orElseThrow());
            return Optional.of(new Proof(proof.account(), credential, CredentialKind.PASSWORD));
        } catch (CommandRefused spent) {
            return secrets.proofOf(proof.account().value(), typed, new WebAuthenticationDetails(request))
                    .filter(now -> now.kind() == CredentialKind.PASSWORD);
        }
    }
}
