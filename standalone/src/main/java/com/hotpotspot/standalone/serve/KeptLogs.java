package com.hotpotspot.standalone.serve;

import ch.qos.logback.core.rolling.RollingPolicyBase;
import ch.qos.logback.core.rolling.RolloverFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Puts a log that has grown large aside under the next number, and forgets the oldest. The names are no patterns, as
 * those of logback's own policies are: in them a sign of the directory's name would mean something.
 */
final class KeptLogs extends RollingPolicyBase {

    private static final int KEPT = 10;

    @Override
    public void rollover() throws RolloverFailure {
        Path current = Path.of(getActiveFileName());
        try {
            for (int number = KEPT - 1; number >= 1; number--) {
                Path older = numbered(current, number);
                if (Files.exists(older)) {
                    Files.move(older, numbered(current, number + 1), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.move(current, numbered(current, 1), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RolloverFailure("cannot put " + current + " aside", e);
        }
    }

    @Override
    public String getActiveFileName() {
        return getParentsRawFileProperty();
    }

    private static Path numbered(Path current, int number) {
        return current.resolveSibling(current.getFileName() + "." + number);
    }
}
