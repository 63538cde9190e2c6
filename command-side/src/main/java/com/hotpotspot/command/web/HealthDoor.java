package com.hotpotspot.command.web;

import com.hotpotspot.access.Public;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.command.verdict.NotReadyException;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.limits.AskedTogether;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says whether this side takes commands. */
@RestController
@Public
class HealthDoor {

    private final EventLog log;
    private final Readiness readiness;
    private final Answers answers;
    private final AskedTogether<Health> health;

    HealthDoor(EventLog log, Readiness readiness, Answers answers) {
        this.log = log;
        this.readiness = readiness;
        this.answers = answers;
        this.health = new AskedTogether<>(this::now);
    }

    @GetMapping("/api/v1/health")
    @Operation(operationId = "health", summary = "Whether this side takes commands")
    @GeneralCode.Refused(GeneralCode.NOT_READY)
    @CommandCode.Refused({CommandCode.LOG_UNAVAILABLE, CommandCode.LOG_CUT_SHORT})
    ResponseEntity<Answer<Health>> health() {
        return answers.ok(health.ask());
    }

    private Health now() {
        if (!readiness.caughtUp()) {
            throw new NotReadyException("The network's registry is still being read; try again shortly.");
        }
        log.requireWhole();
        if (!log.takesAppends()) {
            throw new EventLogUnavailableException("the last commands could not be appended", null);
        }
        return new Health("UP", log.head());
    }

    /** How this side is. */
    record Health(
            @Schema(description = "UP: this side takes commands.", example = "UP")
            String status,

            @Schema(description = "The position of the last event of the log; -1 if there is none.", example = "4711")
            long head) {}
}
