package com.hotpotspot.command.issuer;

import com.hotpotspot.access.Public;
import com.hotpotspot.command.account.SecondFactorDesk;
import com.hotpotspot.command.credential.Asker;
import com.hotpotspot.command.issuer.Steps.Proven;
import com.hotpotspot.command.issuer.Steps.Step;
import com.hotpotspot.command.secondfactor.RecoveryCode;
import com.hotpotspot.command.secondfactor.SecondFactors;
import com.hotpotspot.command.secondfactor.TotpSecret;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.limits.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where somebody who has shown a right secret shows a second factor as well, or gets one. */
@Controller
@IfBuiltIn
@Public
class SecondFactorPage {

    static final String CODE = "code";
    private static final String WRONG = "WRONG";

    private final Steps proofs;
    private final StepPages steps;
    private final NextStep next;
    private final IssuerPages pages;
    private final PendingSignIns pending;
    private final SecondFactors factors;
    private final SecondFactorDesk desk;

    SecondFactorPage(
            Steps proofs,
            StepPages steps,
            NextStep next,
            IssuerPages pages,
            PendingSignIns pending,
            SecondFactors factors,
            SecondFactorDesk desk) {
        this.proofs = proofs;
        this.steps = steps;
        this.next = next;
        this.pages = pages;
        this.pending = pending;
        this.factors = factors;
        this.desk = desk;
    }

    /** There are no such pages before a secret was given. */
    @GetMapping({IssuerConfiguration.CODE, IssuerConfiguration.SECOND_FACTOR})
    void beginAgain(HttpServletResponse response) {
        IssuerPages.leadOn(response, IssuerConfiguration.SIGN_IN);
    }

    @PostMapping(IssuerConfiguration.CODE)
    void enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Proof> known =
                proofs.in(request, Step.ENTER_CODE).map(Proven::proof).filter(next::counts);
        if (known.isEmpty()) {
            pages.signIn(request, response, HttpStatus.FORBIDDEN, "out-of-date");
            return;
        }
        Proof proof = known.get();
        Optional<CredentialId> secondFactor = next.secondFactorOf(proof);
        if (secondFactor.isEmpty()) {
            steps.goOn(proof, request, response);
        } else if (factors.accepts(secondFactor.get(), asker(proof, request), proof.account(), codeIn(request))) {
            steps.signIn(proof, request, response);
        } else {
            steps.enterCode(proof, request, response, HttpStatus.FORBIDDEN, WRONG);
        }
    }

    @PostMapping(IssuerConfiguration.SECOND_FACTOR)
    void enrol(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Proven> known = proofs.in(request, Step.ENROL).filter(proven -> next.counts(proven.proof()));
        if (known.isEmpty()) {
            pages.signIn(request, response, HttpStatus.FORBIDDEN, "out-of-date");
            return;
        }
        Proof proof = known.get().proof();
        TotpSecret secret = new TotpSecret(known.get().more().getFirst());
        Optional<CredentialId> inPlaceOf = Optional.of(known.get().more().getLast())
                .filter(id -> !id.isEmpty())
                .map(CredentialId::new);
        Optional<List<RecoveryCode>> codes;
        try {
            codes = desk.enrol(proof.account(), asker(proof, request), secret, codeIn(request), inPlaceOf);
        } catch (CommandRefused changed) {
            pages.signIn(request, response, HttpStatus.FORBIDDEN, "out-of-date");
            return;
        }
        if (codes.isEmpty()) {
            steps.enrol(proof, secret, inPlaceOf, request, response, HttpStatus.FORBIDDEN, WRONG);
        } else if (steps.admit(proof, request, response)) {
            pages.form(
                    request,
                    response,
                    HttpStatus.OK,
                    "sign-in-recovery",
                    Map.of(
                            "codes",
                            codes.get().stream().map(RecoveryCode::written).toList(),
                            "next",
                            pending.take(request, response)));
        }
    }

    /** The address of the request is by now that of the caller. */
    static Asker asker(Proof proof, HttpServletRequest request) {
        return new Asker(Optional.of(proof.account()), new ClientAddress(request.getRemoteAddr()));
    }

    private static String codeIn(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter(CODE), "");
    }
}
