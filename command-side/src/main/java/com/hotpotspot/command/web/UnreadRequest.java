package com.hotpotspot.command.web;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;

/** A request of whose body nothing is read, since nobody knows whose it is. */
final class UnreadRequest extends HttpServletRequestWrapper {

    UnreadRequest(HttpServletRequest request) {
        super(request);
    }

    /** @throws UnauthenticatedException always */
    @Override
    public ServletInputStream getInputStream() {
        throw UnauthenticatedException.withoutToken();
    }

    /** @throws UnauthenticatedException always */
    @Override
    public BufferedReader getReader() {
        throw UnauthenticatedException.withoutToken();
    }
}
