#!/usr/bin/env bash
# Makes everything that `npm run bench:unseen` measures: a Python environment, the trained models, and what peers make of them.
#
#   bash bench/unseen/setup.sh [MODEL...]          all models unless some are named; what exists is kept
#
# Nothing of prune-gate needs this: Python and the peers are extras of one benchmark. PRUNE_GATE_BENCH_PYTHON names a Python that
# has requirements.txt; without it a virtual environment is made (PyTorch's Linux build brings CUDA's libraries: 7 GB).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=${PRUNE_GATE_UNSEEN:-$here/../../node_modules/.cache/unseen}
python=${PRUNE_GATE_BENCH_PYTHON:-$out/venv/bin/python}

mkdir -p "$out"
if [ ! -x "$python" ]; then
  python3 -m venv "$out/venv"
  "$python" -m pip install --quiet --requirement "$here/requirements.txt"
fi
"$python" "$here/train.py" --out "$out" --shared "${PRUNE_GATE_SHARED_DATA:-$here/../../../shared/data}" "$@"
"$python" "$here/peers.py" --out "$out" "$@"
[ $# -gt 0 ] || "$python" "$here/architectures.py" --out "$out"
