package com.hotpotspot.command.network;

import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.account.AccountCode;
import com.hotpotspot.command.account.CredentialDesk;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.network.NodeDocuments.Activity;
import com.hotpotspot.command.network.NodeDocuments.Admitted;
import com.hotpotspot.command.network.NodeDocuments.Authorisation;
import com.hotpotspot.command.network.NodeDocuments.NewOwner;
import com.hotpotspot.command.network.NodeDocuments.Ownership;
import com.hotpotspot.command.network.NodeDocuments.Registered;
import com.hotpotspot.command.network.NodeDocuments.Registration;
import com.hotpotspot.command.network.NodeDocuments.Revoked;
import com.hotpotspot.command.web.Answers;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.openapi.Creates;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to the nodes and their terminals. */
@RestController
@RequestMapping("/api/v1/nodes")
@Roles(Role.NETWORK_OWNER)
class NodeEndpoint {

    private final Commands commands;
    private final NetworkRegistry registry;
    private final TerminalAdmission terminals;
    private final CredentialDesk desk;
    private final Answers answers;

    NodeEndpoint(
            Commands commands,
            NetworkRegistry registry,
            TerminalAdmission terminals,
            CredentialDesk desk,
            Answers answers) {
        this.commands = commands;
        this.registry = registry;
        this.terminals = terminals;
        this.desk = desk;
        this.answers = answers;
    }

    @PostMapping
    @Operation(operationId = "registerNode", summary = "Register a node")
    @Creates
    @NetworkCode.Refused(NetworkCode.NETWORK_NOT_FOUNDED)
    @NodeCode.Refused(NodeCode.NODE_ALREADY_REGISTERED)
    ResponseEntity<Answer<Registered>> register(@Valid @RequestBody Registration request, Caller caller) {
        return answers.created(
                commands.send(request.command(), caller),
                landed -> Registered.of(landed, registry.node(landed.answer().node())));
    }

    @PostMapping("/{nodeId}/activate")
    @Operation(operationId = "activateNode", summary = "Let a node sell again")
    @UnknownCode.Refused(UnknownCode.NODE_UNKNOWN)
    ResponseEntity<Answer<Activity>> activate(@PathVariable String nodeId, Caller caller) {
        return answers.ok(commands.send(new ActivateNode(new NodeId(nodeId)), caller), Activity::ofActive);
    }

    @PostMapping("/{nodeId}/deactivate")
    @Operation(operationId = "deactivateNode", summary = "Keep a node from selling")
    @UnknownCode.Refused(UnknownCode.NODE_UNKNOWN)
    ResponseEntity<Answer<Activity>> deactivate(@PathVariable String nodeId, Caller caller) {
        return answers.ok(commands.send(new DeactivateNode(new NodeId(nodeId)), caller), Activity::ofInactive);
    }

    @PostMapping("/{nodeId}/owner")
    @Operation(operationId = "changeNodeOwner", summary = "Give a node to another owner")
    @UnknownCode.Refused(UnknownCode.NODE_UNKNOWN)
    ResponseEntity<Answer<Ownership>> changeOwner(
            @PathVariable String nodeId, @Valid @RequestBody NewOwner request, Caller caller) {
        return answers.ok(commands.send(request.command(new NodeId(nodeId)), caller), Ownership::of);
    }

    @PostMapping("/{nodeId}/terminals")
    @Operation(
            operationId = "authoriseTerminal",
            summary = "Let a till sell for a node",
            description =
                    "The till's client id and secret are in this answer; the secret is in no other, not even in the answer to the same request.")
    @Creates
    @UnknownCode.Refused(UnknownCode.NODE_UNKNOWN)
    @NodeCode.Refused({NodeCode.TERMINAL_NOT_AUTHORISED, NodeCode.TERMINAL_REVOKED})
    @AccountCode.Refused({AccountCode.ACCOUNT_CLOSED, AccountCode.CREDENTIALS_EXHAUSTED, AccountCode.CREDENTIAL_TAKEN})
    @Roles({Role.NETWORK_OWNER, Role.FRANCHISEE})
    ResponseEntity<Answer<Admitted>> authorise(
            @PathVariable String nodeId, @Valid @RequestBody Authorisation request, Caller caller) {
        TerminalAdmission.Admission admission = terminals.admit(request.command(new NodeId(nodeId)), caller);
        return answers.created(
                Admitted.of(
                        admission.node(),
                        admission.terminal(),
                        admission.issued(),
                        admission.authorised().position()),
                admission.authorised().replayed());
    }

    @PostMapping("/{nodeId}/terminals/{terminalId}/secret")
    @Operation(operationId = "replaceTerminalSecret", summary = "Replace a till's secret")
    @UnknownCode.Refused({UnknownCode.NODE_UNKNOWN, UnknownCode.ACCOUNT_UNKNOWN})
    @NodeCode.Refused({NodeCode.TERMINAL_NOT_AUTHORISED, NodeCode.TERMINAL_REVOKED})
    @AccountCode.Refused({AccountCode.ACCOUNT_CLOSED, AccountCode.CREDENTIAL_TAKEN, AccountCode.CREDENTIAL_REVOKED})
    @Roles({Role.NETWORK_OWNER, Role.FRANCHISEE})
    ResponseEntity<Answer<Admitted>> replaceSecret(
            @PathVariable String nodeId, @PathVariable String terminalId, Caller caller) {
        NodeId node = new NodeId(nodeId);
        TerminalId terminal = new TerminalId(terminalId);
        CredentialDesk.Issued issued = desk.replace(node, terminal, new CredentialId(caller.newId()), caller);
        return answers.ok(
                Admitted.of(node, terminal, issued, issued.position()),
                issued.secret().isEmpty());
    }

    @PostMapping("/{nodeId}/terminals/{terminalId}/revoke")
    @Operation(operationId = "revokeTerminal", summary = "Keep a till from selling")
    @UnknownCode.Refused(UnknownCode.NODE_UNKNOWN)
    @NodeCode.Refused(NodeCode.TERMINAL_UNKNOWN)
    @Roles({Role.NETWORK_OWNER, Role.FRANCHISEE})
    ResponseEntity<Answer<Revoked>> revoke(
            @PathVariable String nodeId, @PathVariable String terminalId, Caller caller) {
        RevokeTerminal command = new RevokeTerminal(new NodeId(nodeId), new TerminalId(terminalId));
        return answers.ok(terminals.dismiss(command, caller), Revoked::of);
    }
}
