#!/bin/sh
# npm run check: formatting and lint (biome), types (tsc), house rules (the architecture test). `--fix` lets biome mend.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"
sh scripts/install.sh
PATH="$root/node_modules/.bin:$PATH"
export PATH
fix=
if [ "${1-}" = --fix ]; then fix=--write; fi
status=0
biome check --error-on-warnings $fix . || status=1
tsc --noEmit || status=1
vitest run tests/architecture.test.ts || status=1
exit $status
