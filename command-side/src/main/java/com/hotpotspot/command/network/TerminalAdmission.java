package com.hotpotspot.command.network;

import com.hotpotspot.command.account.CredentialDesk;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.network.TerminalRevoked;
import org.springframework.stereotype.Component;

/**
 * Lets tills sell, and stops them. It takes two: the node, which has the till, and the till's account, which signs in.
 * The node decides, and its fact is recorded first, with the request's key; whoever sends the request again sees to
 * what a crash between the two left undone, but not to what was taken back since.
 */
@Component
class TerminalAdmission {

    private final Commands commands;
    private final NetworkRegistry registry;
    private final CredentialDesk desk;

    TerminalAdmission(Commands commands, NetworkRegistry registry, CredentialDesk desk) {
        this.commands = commands;
        this.registry = registry;
        this.desk = desk;
    }

    /**
     * Sees to it that a till may sell and has what it signs in with.
     *
     * @throws CommandRefused if the node may not have it, or it was stopped since the request was first sent
     */
    Admission admit(AuthoriseTerminal command, Caller caller) {
        Landed<TerminalAuthorised> authorised = commands.send(command, caller);
        registry.node(command.node()).terminalMaySell(command.terminal()).orElseRefuse();
        return new Admission(authorised, desk.admit(command.node(), command.terminal(), caller.withoutKey()));
    }

    /**
     * Sees to it that a till may neither sell nor sign in, unless it was authorised again since the request was first
     * sent.
     *
     * @throws CommandRefused if there is no such node, or no such till of it
     */
    Landed<TerminalRevoked> dismiss(RevokeTerminal command, Caller caller) {
        Landed<TerminalRevoked> revoked = commands.send(command, caller);
        if (registry.node(command.node()).terminalMaySell(command.terminal()) instanceof Verdict.Refused) {
            desk.dismiss(command.node(), command.terminal(), caller.withoutKey());
        }
        return revoked;
    }

    /** What a till got: that it may sell, and what it signs in with. */
    record Admission(Landed<TerminalAuthorised> authorised, CredentialDesk.Issued issued) {

        NodeId node() {
            return authorised.answer().node();
        }

        TerminalId terminal() {
            return authorised.answer().terminal();
        }
    }
}
