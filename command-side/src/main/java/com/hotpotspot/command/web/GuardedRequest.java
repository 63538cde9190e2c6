package com.hotpotspot.command.web;

import com.hotpotspot.limits.ConnectionBudget.Place;
import com.hotpotspot.limits.Limits.Deadlines;
import com.hotpotspot.limits.Pace;
import com.hotpotspot.limits.TooSlowException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request whose body is read within its limits: not too large, not too slow, and UTF-8 throughout. */
final class GuardedRequest extends HttpServletRequestWrapper {

    private final long limit;
    private final Deadlines deadlines;
    private final boolean anyBytes;
    private final Runnable beforeItIsRead;
    private final Optional<Place> place;
    private @Nullable ServletInputStream input;
    private boolean formRead;

    /**
     * @param anyBytes whether what is no UTF-8 is left to the reader, who can tell lines apart
     * @param beforeItIsRead may refuse by throwing
     */
    GuardedRequest(
            HttpServletRequest request, long limit, Deadlines deadlines, boolean anyBytes, Runnable beforeItIsRead) {
        super(request);
        this.limit = limit;
        this.deadlines = deadlines;
        this.anyBytes = anyBytes;
        this.beforeItIsRead = beforeItIsRead;
        this.place =
                request.getAttribute(Place.ATTRIBUTE) instanceof Place known ? Optional.of(known) : Optional.empty();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (input == null) {
            beforeItIsRead.run();
            input = new GuardedInput(super.getInputStream());
        }
        return input;
    }

    @Override
    public @Nullable String getParameter(String name) {
        readForm();
        return super.getParameter(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        readForm();
        return super.getParameterMap();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        readForm();
        return super.getParameterNames();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        readForm();
        return super.getParameterValues(name);
    }

    /**
     * The server reads it by itself and past the input of this request. No door here takes one: it has to come at once.
     */
    private void readForm() {
        if (formRead) {
            return;
        }
        formRead = true;
        Pace pace = new Pace(deadlines);
        place.ifPresent(watched -> watched.awaits(pace));
        try {
            super.getParameterMap();
        } finally {
            place.ifPresent(watched -> watched.awaitsNoMore(pace));
        }
    }

    private final class GuardedInput extends ServletInputStream {

        private final ServletInputStream source;
        private final Pace pace = new Pace(deadlines);
        private final Utf8 text = new Utf8();
        private long read;

        GuardedInput(ServletInputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = waitFor(buffer, offset, length);
            if (count < 0) {
                requireText(text.isComplete());
                return count;
            }
            read += count;
            if (read > limit) {
                throw new BodyTooLargeException(limit);
            }
            requireText(anyBytes || text.takes(buffer, offset, count));
            return count;
        }

        private int waitFor(byte[] buffer, int offset, int length) throws IOException {
            long begun = System.nanoTime();
            place.ifPresent(watched -> watched.awaits(pace));
            try {
                int count = source.read(buffer, offset, length);
                pace.moved(Math.max(count, 0), System.nanoTime() - begun);
                return count;
            } catch (SocketTimeoutException e) {
                throw silent(e);
            } catch (IOException e) {
                if (e.getCause() instanceof SocketTimeoutException) {
                    throw silent(e);
                }
                throw e;
            } finally {
                place.ifPresent(watched -> watched.awaitsNoMore(pace));
            }
        }

        private static TooSlowException silent(IOException cause) {
            TooSlowException slow = new TooSlowException();
            slow.initCause(cause);
            return slow;
        }

        private void requireText(boolean isText) {
            if (!isText) {
                throw MalformedJsonException.notUtf8();
            }
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("bodies are read where they are handled");
        }
    }
}
