# Functions that .ci/run and .ci/long share. Read with `source`, under `set -euo pipefail`, in the root of the repository.
scratch=$(mktemp -d)
lanes=()

# Ends whatever still runs side by side, and removes the scratch folder.
clean_up() {
  local lane
  for lane in ${lanes[@]+"${lanes[@]}"}; do kill -- "-$lane" 2>/dev/null || true; done
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Runs one command that has the machine to itself.
run() {
  local began=$SECONDS
  printf '\n[%ds] $ %s\n' "$SECONDS" "$*"
  "$@"
  printf '%5ds  %s\n' "$((SECONDS - began))" "$*" >>"$scratch/times"
}

# Runs one command beside others: prints it with its time and output when it has ended, so that they do not mix.
job() {
  local status=0 began=$SECONDS output
  output=$(mktemp "$scratch/output.XXXXXX")
  "$@" >"$output" 2>&1 </dev/null || status=$?
  until mkdir "$scratch/printing" 2>/dev/null; do sleep 0.1; done
  printf '\n[%ds, took %ds] $ %s\n' "$began" "$((SECONDS - began))" "$*"
  cat "$output"
  printf '%5ds  %s\n' "$((SECONDS - began))" "$*" >>"$scratch/times"
  ((status == 0)) || printf 'FAILED with exit code %d: %s\n' "$status" "$*"
  rmdir "$scratch/printing"
  rm "$output"
  return "$status"
}

# Runs functions side by side, each in a process group of its own. Where one fails, the script ends with the others.
together() {
  local lane
  set -m
  for lane in "$@"; do
    "$lane" &
    lanes+=("$!")
  done
  set +m
  for lane in "$@"; do wait -n || exit 1; done
  lanes=()
}
