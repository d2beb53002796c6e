#!/bin/bash
# Runs once, when the primary's database is made: the standbys may copy and follow it.
set -euo pipefail
echo "host replication all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
