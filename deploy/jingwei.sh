#!/bin/sh
# 用服务的账号和配置运行经纬的命令。装到 /usr/local/bin/jingwei，以 root 运行：jingwei doctor
set -eu
set -a
. /etc/jingwei/env
set +a
HOME=/var/lib/jingwei
export HOME
cd /opt/jingwei
exec runuser -u jingwei -- /opt/jingwei/jingwei "$@"
