#!/bin/sh
# Judges schemas and samples with the JDK's Xerces; prints "N passed, N failed". Needs java >= 17.
set -eu
cd "$(dirname "$0")/.."
# Java takes the encoding of path names from the locale
export LC_ALL=C.UTF-8
exec java -Duser.language=en -Dfile.encoding=UTF-8 test/Xerces.java 2018-07
