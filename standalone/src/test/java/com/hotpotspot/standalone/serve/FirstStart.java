package com.hotpotspot.standalone.serve;

import com.hotpotspot.standalone.PackagedJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starts of {@code serve} without demo data for which nothing was prepared; they do not wait. */
final class FirstStart {

    private FirstStart() {}

    /** Of the packaged jar itself. */
    static SystemProcess ofTheJar(Path data) throws IOException {
        return ofTheJar(data, FreePort.any(), FreePort.any());
    }

    /** As {@link #ofTheJar(Path)}. */
    static SystemProcess ofTheJar(Path data, int commandPort, int queryPort) throws IOException {
        String[] serving = SystemProcess.serving(data, commandPort, queryPort);
        ProcessBuilder process = PackagedJar.process(PackagedJar.FILE, PackagedJar.SHORT_LIVED, serving);
        return SystemProcess.start(process, data, commandPort, queryPort);
    }

    /** Of a copy of the jar, with options for Java. */
    static SystemProcess ofACopy(Path jar, List<String> java, Path data) throws IOException {
        int commandPort = FreePort.any();
        int queryPort = FreePort.any();
        String[] serving = SystemProcess.serving(data, commandPort, queryPort);
        return SystemProcess.start(PackagedJar.process(jar, java, serving), data, commandPort, queryPort);
    }

    /** By the script, of a copy that it makes in {@code copies}. */
    static SystemProcess byTheScript(Path script, Path copies, Path data) throws IOException {
        int commandPort = FreePort.any();
        int queryPort = FreePort.any();
        String[] serving = SystemProcess.serving(data, commandPort, queryPort);
        return SystemProcess.start(PackagedJar.launched(script, copies, serving), data, commandPort, queryPort);
    }
}
