package com.hotpotspot.standalone.database;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** The system cannot start. The message is one line that tells the operator what is wrong; the cause is for the log. */
public final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @FormatMethod
    public CannotStartException(@FormatString String reason, Object... arguments) {
        super(oneLine(String.format(Locale.ROOT, reason, arguments)));
    }

    @FormatMethod
    public CannotStartException(Throwable cause, @FormatString String reason, Object... arguments) {
        super(oneLine(String.format(Locale.ROOT, reason, arguments)) + ": " + because(cause), cause);
    }

    private static String because(Throwable cause) {
        String message = cause instanceof FileSystemException file ? because(file) : cause.getMessage();
        return oneLine(message == null ? cause.getClass().getSimpleName() : message);
    }

    /** The message of a file system's exception is often no more than the file's name. */
    private static String because(FileSystemException cause) {
        String reason = switch (cause) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "no such file or directory";
            case FileAlreadyExistsException other ->
                "there is something else of that name, or a link that leads nowhere";
            case NotDirectoryException file -> "no directory";
            case DirectoryNotEmptyException full -> "the directory is not empty";
            case FileSystemLoopException circle -> "links that lead in a circle";
            default -> cause.getReason();
        };
        return cause.getFile() + ": " + (reason == null ? cause.getClass().getSimpleName() : reason);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
