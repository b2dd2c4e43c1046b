# Finds a JDK for the launcher and for the Maven wrapper; sourced by both, runs nothing by itself.
#
# Settings, from the environment:
#   JAVA_HOME            the JDK to use, if it is new enough
#   AMANAH_JDK_FOLDERS   where JDKs are looked for, instead of the folders below; joined by ":"

java_version_min=21
exit_no_jdk=69
jdk_folders="/usr/lib/jvm:/usr/lib64/jvm:/usr/java:/opt/java:/Library/Java/JavaVirtualMachines"
jdk_folders="$jdk_folders:${HOME-}/.sdkman/candidates/java:${HOME-}/.jdks:${HOME-}/Library/Java/JavaVirtualMachines"
jdk_folders=${AMANAH_JDK_FOLDERS-$jdk_folders}

stop() { # exit code, sentence
  printf 'amanah: %s\n' "$2" >&2
  exit "$1"
}

# The file behind a chain of symbolic links.
real_file() {
  file=$1
  while [ -h "$file" ]; do
    link=$(readlink "$file")
    case $link in
      /*) file=$link ;;
      *) file=$(dirname "$file")/$link ;;
    esac
  done
  printf '%s/%s\n' "$(CDPATH='' cd -P -- "$(dirname "$file")" && pwd -P)" "$(basename "$file")"
}

# The feature version of a JDK (8, 17, 21), from its release file or from what its java says.
version_of() {
  version=''
  if [ -f "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9._]*\).*/\1/p' "$1/release" | head -n 1)
  fi
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1 </dev/null | sed -n 's/.* version "\([0-9._]*\).*/\1/p' | head -n 1) || true
  fi
  version=${version#1.}
  printf '%s\n' "${version%%[!0-9]*}"
}

found_home=''
found_version=0
passed_over=''

# Takes a JDK if it is newer than what was found before.
consider() {
  [ -x "$1/bin/java" ] || return 0
  home=$(CDPATH='' cd -P -- "$1" && pwd -P)
  case "$passed_over," in *" $home,"*) return 0 ;; esac
  version=$(version_of "$home")
  if [ -z "$version" ]; then
    return 0
  elif [ "$version" -lt "$java_version_min" ]; then
    passed_over="$passed_over${passed_over:+,} Java $version in $home"
  elif [ ! -x "$home/bin/javac" ]; then
    passed_over="$passed_over${passed_over:+,} Java $version without a compiler in $home"
  elif [ "$version" -gt "$found_version" ]; then
    found_home=$home
    found_version=$version
  fi
}

# Sets found_home and found_version, or stops with one sentence: JAVA_HOME wins, then the java on PATH, then the newest of the others.
find_jdk() {
  if [ -n "${JAVA_HOME-}" ]; then
    consider "$JAVA_HOME"
  fi
  if [ -z "$found_home" ] && java_on_path=$(command -v java); then
    consider "$(dirname "$(dirname "$(real_file "$java_on_path")")")"
  fi
  if [ -z "$found_home" ]; then
    folders=$jdk_folders:
    while [ -n "$folders" ]; do
      folder=${folders%%:*}
      folders=${folders#*:}
      for jdk in "$folder"/* "$folder"/*/Contents/Home; do
        consider "$jdk"
      done
    done
  fi
  if [ -z "$found_home" ]; then
    stop "$exit_no_jdk" "no JDK $java_version_min or newer (with javac) was found in JAVA_HOME, on PATH or in $jdk_folders${passed_over:+, only}$passed_over; install one or set JAVA_HOME to it"
  fi
}
