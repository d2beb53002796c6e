#!/bin/sh
# Starts a collector on the three nodes. The key is copied, because its mark is written beside it.
set -eu
test -e /data/log.pem || install -m 600 /run/secrets/log.pem /data/log.pem
password=$(cat /run/secrets/writer-password)
export CONSENTRY_STORE="postgres://writer:${password}@pg1:5432,pg2:5432,pg3:5432/postgres"
exec consentry collect --host 0.0.0.0 --key /data/log.pem
