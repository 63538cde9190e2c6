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

    /** Any subcommand on a machine of other digits, whose operator has set what they do not need to nothing. */
    public static ProcessBuilder process(Path console, List<String> java, String... arguments) {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Duser.language=fa", "-Duser.country=IR"));
        command.addAll(List.of("-jar", FILE.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = java(command, console);
        NOT_NEEDED.forEach(variable -> process.environment().put(variable, ""));
        return process;
    }

    /** One side by itself, as the operator's guide says; with nothing but {@code options} for settings. */
    public static ProcessBuilder side(String application, Path console, String... options) {
        List<String> command = new ArrayList<>(SHORT_LIVED);
        command.addAll(List.of("-cp", FILE.toString(), "-Dloader.main=" + application));
        command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        command.addAll(List.of(options));
        ProcessBuilder side = java(command, console);
        side.environment().keySet().removeIf(name -> name.startsWith("HOTPOTSPOT_") || name.startsWith("LOGGING_"));
        return side;
    }

    private static ProcessBuilder java(List<String> arguments, Path console) {
        ProcessBuilder process = new ProcessBuilder(JAVA).redirectErrorStream(true);
        process.command().addAll(arguments);
        return process.redirectOutput(console.toFile());
    }
}
