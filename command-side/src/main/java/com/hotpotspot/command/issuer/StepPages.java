package com.hotpotspot.command.issuer;

import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.account.RegisteredAccount;
import com.hotpotspot.command.credential.Password;
import com.hotpotspot.command.issuer.Steps.Step;
import com.hotpotspot.command.secondfactor.TotpSecret;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.qr.QrDrawing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Leads somebody who has shown a right secret through what is left to do, until they are signed in. */
@Component
@IfBuiltIn
class StepPages {

    /** What an authenticator shows beside the name. */
    private static final String ISSUER = "The Hot Pot Spot";

    private static final int GROUP = 4;

    private final IssuerPages pages;
    private final Steps steps;
    private final NextStep next;
    private final SignedInPeople people;
    private final PendingSignIns pending;
    private final AccountRegistry accounts;
    private final Clock clock;

    StepPages(
            IssuerPages pages,
            Steps steps,
            NextStep next,
            SignedInPeople people,
            PendingSignIns pending,
            AccountRegistry accounts,
            Clock clock) {
        this.pages = pages;
        this.steps = steps;
        this.next = next;
        this.people = people;
        this.pending = pending;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whoever was wrong gets the form again, whoever was right the next one. */
    void onFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof UnfinishedSignIn unfinished) {
            goOn(unfinished.proof(), request, response);
        } else {
            pages.signIn(request, response, HttpStatus.FORBIDDEN, "wrong");
        }
    }

    /** What comes after a secret: the next form, or where they were to go. */
    void goOn(Proof proof, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Step> step = next.after(proof);
        if (step.isEmpty()) {
            signIn(proof, request, response);
            return;
        }
        switch (step.get()) {
            case CHOOSE_PASSWORD -> choosePassword(proof, request, response, HttpStatus.OK, "");
            case ENTER_CODE -> enterCode(proof, request, response, HttpStatus.OK, "");
            case ENROL -> enrol(proof, TotpSecret.random(), Optional.empty(), request, response, HttpStatus.OK, "");
        }
    }

    /** Nothing is left to do; they go where they were to go. */
    void signIn(Proof proof, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (admit(proof, request, response)) {
            IssuerPages.leadOn(response, pending.take(request, response));
        }
    }

    /** @return false if what they proved counts no longer, and they were told so */
    boolean admit(Proof proof, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!next.counts(proof)) {
            pages.signIn(request, response, HttpStatus.FORBIDDEN, "out-of-date");
            return false;
        }
        people.signIn(new Person(proof.account(), proof.credential(), clock.instant()), request, response);
        return true;
    }

    /** @param fault the end of the key of what was wrong with the one before; empty for nothing */
    void choosePassword(
            Proof proof, HttpServletRequest request, HttpServletResponse response, HttpStatus status, String fault)
            throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("step", steps.seal(Step.CHOOSE_PASSWORD, proof));
        model.put("shortest", Password.SHORTEST);
        model.put("longest", Password.LONGEST);
        form(proof, request, response, status, "sign-in-password", fault, model);
    }

    /** @param fault as before */
    void enterCode(
            Proof proof, HttpServletRequest request, HttpServletResponse response, HttpStatus status, String fault)
            throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("step", steps.seal(Step.ENTER_CODE, proof));
        form(proof, request, response, status, "sign-in-code", fault, model);
    }

    /**
     * @param inPlaceOf the second factor that they have proved to have, too; empty if they have none
     * @param fault as before
     */
    void enrol(
            Proof proof,
            TotpSecret secret,
            Optional<CredentialId> inPlaceOf,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String fault)
            throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put(
                "step",
                steps.seal(
                        Step.ENROL,
                        proof,
                        secret.base32(),
                        inPlaceOf.map(CredentialId::value).orElse("")));
        QrDrawing image = QrDrawing.of(secret.address(ISSUER, nameOf(proof)));
        model.put("image", image);
        model.put("secret", secret.base32().replaceAll("(.{" + GROUP + "})(?=.)", "$1 "));
        form(proof, request, response, status, "sign-in-enrol", fault, model);
    }

    private void form(
            Proof proof,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String template,
            String fault,
            Map<String, Object> model)
            throws IOException {
        model.put("stepField", Steps.FIELD);
        model.put("account", nameOf(proof));
        model.put("fault", fault);
        pages.form(request, response, status, template, model);
    }

    private String nameOf(Proof proof) {
        return accounts.find(proof.account())
                .map(RegisteredAccount::shownName)
                .orElse(proof.account().value());
    }
}
