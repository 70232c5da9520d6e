#!/bin/sh
# npm test: installs what is missing, builds the web pages when they are older than their sources, then runs every
# test (checks, unit, integration, browser journeys). `npm test -- src/plan` runs those below src/plan only.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"
sh scripts/install.sh
PATH="$root/node_modules/.bin:$PATH"
export PATH
if [ $# -eq 0 ]; then ./jingwei build-web --if-stale; fi
exec vitest run "$@"
