package com.hotpotspot.standalone.replay;

/** The network is in no state to replay into. The message is one line for the operator. */
final class ReplayImpossibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReplayImpossibleException(String message) {
        super(message);
    }
}
