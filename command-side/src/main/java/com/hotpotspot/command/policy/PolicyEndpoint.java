package com.hotpotspot.command.policy;

import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.policy.PolicyDocuments.Adopted;
import com.hotpotspot.command.policy.PolicyDocuments.Adoption;
import com.hotpotspot.command.policy.PolicyDocuments.Withdrawn;
import com.hotpotspot.command.web.Answers;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.openapi.Creates;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The doors through which token policies are adopted and withdrawn. */
@RestController
@Roles(Role.NETWORK_OWNER)
class PolicyEndpoint {

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

    private final Commands commands;
    private final Answers answers;

    PolicyEndpoint(Commands commands, Answers answers) {
        this.commands = commands;
        this.answers = answers;
    }

    @PostMapping("/api/v1/policies")
    @Operation(
            operationId = "adoptPolicy",
            summary = "Adopt a token policy",
            description =
                    "It takes effect at least a second and at most 366 days from now. What is left out is as in the first policy.")
    @Creates
    @PolicyCode.Refused({PolicyCode.POLICY_REACHES_BACK, PolicyCode.POLICY_TOO_FAR_AHEAD, PolicyCode.POLICY_OUT_OF_ORDER
    })
    ResponseEntity<Answer<Adopted>> adopt(@Valid @RequestBody Adoption request, Caller caller) {
        return answers.created(commands.send(request.command(), caller), Adopted::of);
    }

    @PostMapping("/api/v1/policies/{version}/withdraw")
    @Operation(
            operationId = "withdrawPolicy",
            summary = "Withdraw a token policy",
            description = "Until it takes effect. Its number is not given again.")
    @UnknownCode.Refused(UnknownCode.POLICY_UNKNOWN)
    @PolicyCode.Refused(PolicyCode.POLICY_IN_FORCE)
    ResponseEntity<Answer<Withdrawn>> withdraw(@PathVariable String version, Caller caller) {
        InvalidValue.unless(VERSION.matcher(version).matches(), "version", "must be a whole number from 1");
        return answers.ok(commands.send(new WithdrawTokenPolicy(Integer.parseInt(version)), caller), Withdrawn::of);
    }
}
