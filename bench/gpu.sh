#!/usr/bin/env bash
# Compares every device that works on this machine with its processor, and writes bench/gpu.md (and gpu.json beside it).
#
#   bench/gpu.sh [OPTIONS OF bench/gpu.ts]
#
# CUDA needs onnxruntime's provider libraries: PRUNE_GATE_CUDA names a folder that holds them (docs/devices.md). WebGPU needs
# a Vulkan loader and a driver. PRUNE_GATE_GPU_BUNDLE names a bundle of bench/gpu.ts made elsewhere, for a machine without
# this repository's node_modules.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [[ -n ${PRUNE_GATE_GPU_BUNDLE:-} ]]; then
  export PRUNE_GATE_REPOSITORY=${PRUNE_GATE_REPOSITORY:-$PWD}
  exec "${NODE:-node}" "$PRUNE_GATE_GPU_BUNDLE" "$@"
fi
"${NODE:-node}" scripts/bootstrap.mjs
exec "${NODE:-node}" scripts/run-ts.mjs bench/gpu.ts "$@"
