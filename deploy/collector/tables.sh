#!/bin/sh
# Makes the tables as their owner, or brings them up to date, and lets the collectors' role use them.
set -eu
password=$(cat /run/secrets/postgres-password)
exec consentry tables --grant writer \
  --store "postgres://postgres:${password}@pg1:5432,pg2:5432,pg3:5432/postgres"
