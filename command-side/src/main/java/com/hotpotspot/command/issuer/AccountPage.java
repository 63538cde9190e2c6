package com.hotpotspot.command.issuer;

import com.hotpotspot.access.Public;
import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.account.PasswordDesk;
import com.hotpotspot.command.account.RegisteredAccount;
import com.hotpotspot.command.credential.Password;
import com.hotpotspot.command.secondfactor.SecondFactors;
import com.hotpotspot.command.secondfactor.TotpSecret;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where somebody who is signed in changes what they sign in with. Each time they show what they have, since they may
 * have left their browser to somebody else.
 */
@Controller
@IfBuiltIn
@Public
class AccountPage {

    /** In which of the forms something was wrong. */
    private static final String PASSWORD = "password";

    private static final String SECOND_FACTOR = "second-factor";

    private final SignedInPeople people;
    private final AccountRegistry accounts;
    private final AccountSecrets secrets;
    private final SecondFactors factors;
    private final PasswordDesk desk;
    private final StepPages steps;
    private final IssuerPages pages;

    AccountPage(
            SignedInPeople people,
            AccountRegistry accounts,
            AccountSecrets secrets,
            SecondFactors factors,
            PasswordDesk desk,
            StepPages steps,
            IssuerPages pages) {
        this.people = people;
        this.accounts = accounts;
        this.secrets = secrets;
        this.factors = factors;
        this.desk = desk;
        this.steps = steps;
        this.pages = pages;
    }

    @GetMapping(IssuerConfiguration.ACCOUNT)
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Person> person = Person.signedIn();
        if (person.isPresent()) {
            show(person.get(), request, response, HttpStatus.OK, "", "");
        } else {
            IssuerPages.leadOn(response, IssuerConfiguration.SIGN_IN);
        }
    }

    /** Ends what was signed in to with the password before, but for this browser. */
    @PostMapping(IssuerConfiguration.ACCOUNT_PASSWORD)
    void changePassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Person> known = Person.signedIn();
        if (known.isEmpty()) {
            IssuerPages.leadOn(response, IssuerConfiguration.SIGN_IN);
            return;
        }
        Person person = known.get();
        Optional<Proof> proof = proofIn(request, person);
        if (proof.isEmpty()) {
            show(person, request, response, HttpStatus.FORBIDDEN, PASSWORD, "WRONG");
            return;
        }
        String typed = parameter(request, PasswordPage.NEW);
        Optional<String> fault = PasswordPage.faultOf(accounts, person.account(), typed, request);
        if (fault.isPresent()) {
            show(person, request, response, HttpStatus.UNPROCESSABLE_CONTENT, PASSWORD, fault.get());
            return;
        }
        try {
            CredentialId chosen = desk.choose(
                    person.account(),
                    proof.get().credential(),
                    Password.typed(typed).orElseThrow());
            people.signIn(new Person(person.account(), chosen, person.since()), request, response);
            IssuerPages.leadOn(response, IssuerConfiguration.ACCOUNT + "?changed");
        } catch (CommandRefused changedMeanwhile) {
            show(person, request, response, HttpStatus.FORBIDDEN, PASSWORD, "WRONG");
        }
    }

    /** Whoever has a second factor shows that, too, before they get another. */
    @PostMapping(IssuerConfiguration.ACCOUNT_SECOND_FACTOR)
    void changeSecondFactor(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Person> known = Person.signedIn();
        if (known.isEmpty()) {
            IssuerPages.leadOn(response, IssuerConfiguration.SIGN_IN);
            return;
        }
        Person person = known.get();
        Optional<Proof> proof = proofIn(request, person);
        if (proof.isEmpty()) {
            show(person, request, response, HttpStatus.FORBIDDEN, SECOND_FACTOR, "WRONG");
            return;
        }
        Optional<CredentialId> has = accounts.find(person.account()).map(RegisteredAccount::secondFactor);
        if (has.isPresent()
                && !factors.accepts(
                        has.get(),
                        SecondFactorPage.asker(proof.get(), request),
                        person.account(),
                        parameter(request, SecondFactorPage.CODE))) {
            show(person, request, response, HttpStatus.FORBIDDEN, SECOND_FACTOR, "CODE");
            return;
        }
        steps.enrol(proof.get(), TotpSecret.random(), has, request, response, HttpStatus.OK, "");
    }

    private Optional<Proof> proofIn(HttpServletRequest request, Person person) {
        return secrets.proofOf(
                        person.account().value(),
                        parameter(request, "current-password"),
                        new WebAuthenticationDetails(request))
                .filter(proof -> proof.kind() != CredentialKind.ONE_TIME);
    }

    private void show(
            Person person,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String form,
            String fault)
            throws IOException {
        Optional<RegisteredAccount> account = accounts.find(person.account());
        Map<String, Object> model = new HashMap<>();
        model.put("account", account.map(RegisteredAccount::shownName).orElse(person.getName()));
        model.put(
                "isPerson",
                account.filter(it -> it.kind() == AccountKind.PERSON).isPresent());
        model.put("shortest", Password.SHORTEST);
        model.put("longest", Password.LONGEST);
        model.put(
                "recoveryCodes",
                account.map(RegisteredAccount::secondFactor)
                        .map(factors::recoveryCodesLeft)
                        .orElse(-1));
        model.put("changed", request.getParameter("changed") != null);
        model.put("form", form);
        model.put("fault", fault);
        model.put("pages", pages.address());
        model.put("here", IssuerConfiguration.ACCOUNT);
        pages.form(request, response, status, "sign-in-account", model);
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
