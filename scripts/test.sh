#!/bin/sh
# Install adcheck with everything its tests need, and run all tests. The virtual environment is .venv, or $ADCHECK_VENV.
# Arguments go to pytest: sh scripts/test.sh tests/cli -x
set -eu
cd "$(dirname "$0")/.."

for python in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11 python; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then break; fi
    python=
done
if [ -z "$python" ]; then
    echo "adcheck needs Python 3.11 or later; none was found (name one with PYTHON=...)" >&2
    exit 2
fi

venv="${ADCHECK_VENV:-.venv}"
bin="$venv/bin"
[ -d "$bin" ] || [ -d "$venv/Scripts" ] || "$python" -m venv "$venv"
[ -d "$bin" ] || bin="$venv/Scripts"
"$bin/python" -m pip install --quiet --upgrade "pip>=25.1"
"$bin/python" -m pip install --quiet --editable . --group dev
exec "$bin/python" -m pytest "$@"
