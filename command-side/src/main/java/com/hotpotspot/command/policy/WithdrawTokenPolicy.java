package com.hotpotspot.command.policy;

import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.dispatch.FactCommand;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.policy.PolicyEvent;
import com.hotpotspot.events.policy.TokenPolicyWithdrawn;

/** Take back a version of the token policy that has not taken effect. Repeating it changes nothing. */
public record WithdrawTokenPolicy(int version) implements FactCommand<TokenPolicyWithdrawn> {

    @Override
    public StreamId stream() {
        return PolicyEvent.STREAM;
    }

    @Override
    public CommandRefused unknown() {
        return new CommandRefused(
                UnknownCode.POLICY_UNKNOWN, "No version %s of the policy was adopted.".formatted(version));
    }
}
