# shellcheck shell=sh
# Sourced by mvnw and hotpotspot. POSIX sh, no side effects but the variables that it sets.

# The feature version ("21") of the Java installation in $1; nothing if there is none.
java_feature_version() {
    [ -x "$1/bin/java" ] || return 1
    jdk_version=
    if [ -r "$1/release" ]; then
        jdk_version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release")
    fi
    if [ -z "$jdk_version" ]; then
        jdk_version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\{0,1\}\([0-9][0-9]*\).*/\1/p' | sed -n 1p)
    fi
    [ -n "$jdk_version" ] && echo "$jdk_version"
}

# True if $1 holds Java $2 or newer and the program $3 (java or javac).
java_is_good() {
    [ -x "$1/bin/$3" ] && jdk_feature=$(java_feature_version "$1") && [ "$jdk_feature" -ge "$2" ]
}

# The home of the java on the path, with links followed as far as this machine can.
java_home_on_path() {
    jdk_program=$(command -v java) || return 1
    while [ -L "$jdk_program" ]; do
        jdk_link=$(readlink -- "$jdk_program") || return 1
        case $jdk_link in
            /*) jdk_program=$jdk_link ;;
            *) jdk_program=$(dirname -- "$jdk_program")/$jdk_link ;;
        esac
    done
    jdk_bin=$(cd -- "$(dirname -- "$jdk_program")" 2>/dev/null && pwd -P) || return 1
    dirname -- "$jdk_bin"
}

# Sets and exports JAVA_HOME to a Java of at least version $1 that has the program $2: the one already set if it is good
# enough, the one on the path, else the oldest good one in the usual places, which is the one most things were tested on.
find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && java_is_good "$JAVA_HOME" "$1" "$2"; then
        export JAVA_HOME
        return 0
    fi
    if jdk_home=$(java_home_on_path) && java_is_good "$jdk_home" "$1" "$2"; then
        JAVA_HOME=$jdk_home
        export JAVA_HOME
        return 0
    fi
    jdk_best=
    jdk_best_version=
    for jdk_home in /usr/lib/jvm/* /usr/local/lib/jvm/* /opt/* /opt/java/* "${HOME:-}"/.sdkman/candidates/java/* \
        "${HOME:-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if java_is_good "$jdk_home" "$1" "$2" &&
            { [ -z "$jdk_best" ] || [ "$jdk_feature" -lt "$jdk_best_version" ]; }; then
            jdk_best=$jdk_home
            jdk_best_version=$jdk_feature
        fi
    done
    if [ -z "$jdk_best" ] && [ -x /usr/libexec/java_home ] &&
        jdk_home=$(/usr/libexec/java_home -v "$1+" 2>/dev/null) && java_is_good "$jdk_home" "$1" "$2"; then
        jdk_best=$jdk_home
    fi
    [ -n "$jdk_best" ] || return 1
    JAVA_HOME=$jdk_best
    export JAVA_HOME
}

# Java reads the names of files in the letters of the locale, and where those are ASCII it takes all others for question
# marks: "café" would be another directory. The locale C.UTF-8 changes the letters and nothing else.
hold_all_file_names() {
    case $(locale charmap 2>/dev/null || echo "${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}") in
        ANSI_X3.4-* | US-ASCII | 646 | C | POSIX)
            LC_ALL=C.UTF-8
            export LC_ALL
            ;;
    esac
}
