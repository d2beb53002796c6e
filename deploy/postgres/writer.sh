#!/bin/bash
# Runs once, when the primary's database is made: the role as which collectors log in. It owns nothing.
set -euo pipefail
psql -v ON_ERROR_STOP=1 --username postgres --dbname postgres \
  -v password="$(cat /run/secrets/writer-password)" <<'SQL'
CREATE ROLE writer LOGIN PASSWORD :'password';
SQL
