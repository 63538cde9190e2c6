package com.hotpotspot.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jar that was built, and how operators run it. */
public final class PackagedJar {

    public static final Path FILE = Path.of(System.getProperty("hotpotspot.jar", "target/hotpotspot.jar"))
            .toAbsolutePath();

    /** What these tests run with, and it runs with. */
    public static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** For what lives half a minute, which is too short to profit from the larger compiler and collector. */
    public static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final List<String> NOT_NEEDED = List.of(
            "HOTPOTSPOT_KEYSTORE_PASSPHRASE",
            "HOTPOTSPOT_KEYSTORE_PASSPHRASE_FILE",
            "HOTPOTSPOT_ACCESS_AUDIENCE",
            "HOTPOTSPOT_AUDIT_NETWORK",
            "HOTPOTSPOT_DUE_EVERY");

    private PackagedJar() {}

    /**
     * Any subcommand of a jar on a machine of other digits, whose operator has set what they do not need to nothing.
     */
    public static ProcessBuilder process(Path jar, List<String> java, String... arguments) {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Duser.language=fa", "-Duser.country=IR"));
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder process = java(command, arguments);
        NOT_NEEDED.forEach(variable -> process.environment().put(variable, ""));
        return process;
    }

    /** A subcommand by the script, from a copy in {@code copies}. */
    public static ProcessBuilder launched(Path script, Path copies, String... arguments) {
        ProcessBuilder launched = new ProcessBuilder(script.toString());
        launched.command().addAll(List.of(arguments));
        launched.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Whoever says something of archives wants no rehearsal, which nobody here would wait for.
        launched.environment().put("JAVA_OPTS", String.join(" ", SHORT_LIVED) + " -Xshare:auto");
        launched.environment().put("HOTPOTSPOT_COPIES", copies.toString());
        return launched;
    }

    /** What makes a copy of the jar, as the script does. */
    public static ProcessBuilder unpacking(Path target) {
        return java(
                        List.of("-XX:TieredStopAtLevel=1", "-Djarmode=tools", "-jar", FILE.toString()),
                        "extract",
                        "--destination",
                        target.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    /** One side by itself, as the operator's guide says; with nothing but {@code options} for settings. */
    public static ProcessBuilder side(String application, Path console, String... options) {
        List<String> command = new ArrayList<>(SHORT_LIVED);
        command.addAll(List.of("-cp", FILE.toString(), "-Dloader.main=" + application));
        command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        return side(command, console, options);
    }

    /** As {@link #side(String, Path, String...)}, with another way to start its class. */
    public static ProcessBuilder side(List<String> java, Path console, String... options) {
        ProcessBuilder side = java(java, options).redirectErrorStream(true).redirectOutput(console.toFile());
        side.environment().keySet().removeIf(name -> name.startsWith("HOTPOTSPOT_") || name.startsWith("LOGGING_"));
        return side;
    }

    private static ProcessBuilder java(List<String> java, String... arguments) {
        ProcessBuilder process = new ProcessBuilder(JAVA);
        process.command().addAll(java);
        process.command().addAll(List.of(arguments));
        return process;
    }
}
