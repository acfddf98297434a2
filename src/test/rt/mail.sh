#!/bin/bash
# Hands a customer's mail to the RT that rt5-up.sh started, through RT's own mail gateway.
#
#   mail.sh [--dir DIR] [--queue NAME] [--action correspond|comment] [FILE]
#
# The message, with its headers, comes from FILE or from standard input. A subject with [rt.example #N] adds to
# ticket N, any other one opens a ticket. Exit code 75: RT did not take it, as a mail server would learn.
set -euo pipefail
dir="${TMPDIR:-/tmp}/svarbar-rt5" queue='' action=correspond
while [ $# -gt 0 ]; do
  case "$1" in
    --dir) dir=$2; shift 2 ;; --queue) queue=$2; shift 2 ;; --action) action=$2; shift 2 ;;
    -h | --help) sed -n '2,/^set -euo/p' "$0" | sed '$d; s/^# \{0,1\}//'; exit 0 ;;
    -*) echo "mail: unknown option $1" >&2; exit 1 ;;
    *) break ;;
  esac
done
[ -f "$dir/env" ] || { echo "mail: there is no RT of ours in $dir" >&2; exit 1; }
. "$dir/env"
exec rt-mailgate --queue "${queue:-$RT_QUEUE}" --action "$action" --url "$RT_URL" <"${1:-/dev/stdin}"
