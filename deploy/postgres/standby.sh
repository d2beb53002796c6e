#!/bin/bash
# A standby: `standby.sh <own name> <primary> <other standby>`. Copies the primary on its first start, then
# follows it. Promoted, it confirms nothing until one of the others follows it: the rule of the primary.
set -euo pipefail
name=$1
primary=$2
other=$3
PGPASSWORD=$(cat /run/secrets/postgres-password)
export PGPASSWORD
: "${PGDATA:=/var/lib/postgresql/18/docker}"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$(dirname "$PGDATA")"
  # Into another name first: a copy that was interrupted must not be taken for a database.
  rm -rf "$PGDATA.part"
  until pg_basebackup --pgdata="$PGDATA.part" --checkpoint=fast --wal-method=stream --write-recovery-conf \
    --dbname="host=$primary user=postgres application_name=$name"; do
    rm -rf "$PGDATA.part"
    sleep 2
  done
  chmod 700 "$PGDATA.part"
  mv "$PGDATA.part" "$PGDATA"
fi
exec postgres -D "$PGDATA" -c cluster_name="$name" -c synchronous_commit=on -c wal_keep_size=1GB \
  -c "synchronous_standby_names=ANY 1 ($primary, $other)"
