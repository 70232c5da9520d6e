#!/bin/sh
# Installs what is missing: does nothing when node_modules fits package-lock.json and this machine, else `npm ci`.
# With --stamp (npm's own postinstall) it only notes that node_modules is complete, so that a hand-made `npm ci`
# is not repeated. Two first runs at once wait for each other.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"
stamp=node_modules/.jingwei-installed
node=node_modules/.bin/node
lock=.installing

tell() { printf '%s\n' "$@" >&2; }
fail() { tell "$@"; exit 2; }
# The platform belongs to it: a node_modules copied from another kind of machine holds the wrong binaries.
wanted() { printf '%s %s' "$(cksum < package-lock.json)" "$(uname -sm)"; }
complete() { [ -f "$stamp" ] && [ -x "$node" ] && [ "$(cat "$stamp")" = "$(wanted)" ]; }

if [ "${1-}" = --stamp ]; then
  # Where npm was told to ignore install scripts there is no Node of our own, hence nothing to note.
  if "$node" -e 0 2>/dev/null; then wanted > "$stamp"; fi
  exit 0
fi
if complete; then exit 0; fi

command -v npm >/dev/null 2>&1 || fail '找不到 npm。请先安装 Node.js 20 或更高版本（自带 npm），再运行一次。'
major=$(node -p 'parseInt(process.versions.node, 10)' 2>/dev/null || echo 0)
[ "$major" -ge 20 ] || fail '这台机器上的 Node.js 太旧（需要 20 或更高版本）。请升级后再运行一次。'
[ -w . ] || fail "目录 $root 不能写入，组件装不进去。请把它复制到可写的位置，或请有写权限的人先运行一次 ./jingwei。"

seconds=0
missed=0
until mkdir "$lock" 2>/dev/null; do
  # Whoever held it may have finished between the two looks; only again and again is it the folder's fault.
  if [ ! -d "$lock" ]; then
    missed=$((missed + 1))
    [ "$missed" -lt 20 ] || fail "在 $root 里建不了文件夹，组件装不进去。请检查磁盘空间和写权限。"
    continue
  fi
  holder=$(cat "$lock/pid" 2>/dev/null || true)
  if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then rm -rf "$lock"; continue; fi
  [ "$seconds" -gt 0 ] || tell '另一个窗口正在安装组件，等它装完……'
  [ "$seconds" -lt 900 ] || fail "等了 15 分钟，安装仍未结束。若没有别的窗口在安装，请删除文件夹 $root/$lock 再运行一次。"
  sleep 1
  seconds=$((seconds + 1))
done
trap 'rm -rf "$lock"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
echo $$ > "$lock/pid"
if complete; then exit 0; fi

tell '正在安装所需的组件（只在第一次和升级后运行，一般一到两分钟）……'
if ! npm ci --include=dev --fetch-retries=3 --fetch-retry-mintimeout=2000 --fetch-retry-maxtimeout=10000 --no-audit --no-fund --loglevel=error >&2; then
  tell '组件没有装好，原因见上面 npm 的原话。常见的有：'
  tell "  - 连不上软件源 $(npm config get registry 2>/dev/null)：请检查网络或代理，或用 npm config set registry 换一个源；"
  tell '  - 磁盘已满：约需 1 GB 空间。'
  fail '处理后再运行一次即可，已下载的部分不会重新下载。'
fi
if ! complete; then
  if [ "$(npm config get ignore-scripts 2>/dev/null)" = true ]; then
    fail '这台机器的 npm 设置了 ignore-scripts=true，随带的 Node 24 因此没有装上。' \
      '请运行一次：npm_config_ignore_scripts=false ./jingwei --version'
  fi
  fail "随带的 Node 24 在这台机器（$(uname -sm)）上没有装上或不能运行。" \
    '支持 glibc 的 Linux（x64、arm64）和 macOS；Alpine 等 musl 系统请改用 Debian、Ubuntu 或 openEuler。'
fi
