"""
What peers make of the same checkpoints and files; bench/unseen.ts measures it on the same held-out samples.

    python peers.py --out FOLDER [MODEL...]

FOLDER/MODEL/peers gets, by cut, Torch-Pruning's models (l2 norm of each group, one shot, nothing trained: `uniform` or `global`
ratios, or `inner`, uniform and sparing the residual stream; each also with its batch norm's statistics estimated anew on the
calibration images), and what onnxsim and onnxslim make of model.onnx. What fails leaves a .txt with the reason instead. What
exists is kept.
"""
from __future__ import annotations

import argparse
import copy
from pathlib import Path

import numpy as np
import onnx
import onnxsim
import onnxslim
import torch
import torch_pruning as tp
from torch import Tensor, nn

from models import InvertedResidual, InvertedResidualNet, PaddedShortcut, PreNormBlock, ResNet, VisionTransformer

CUTS: dict[str, tuple[float, ...]] = {"cifar-resnet56": (2.12,)}
USUAL_CUTS = (1.5, 2)
RATIO_STEPS = 40


def writers(model: nn.Module) -> list[nn.Module]:
    """Layers that write into a residual stream, none for a GRU."""
    if isinstance(model, ResNet):
        shortcuts = [block.shortcut[0] for block in model.blocks if isinstance(block.shortcut, nn.Sequential)]
        return [model.stem[0], *(block.second[0] for block in model.blocks), *shortcuts]
    if isinstance(model, InvertedResidualNet):
        return [model.features[0][0], *(block.body[-1][0] for block in model.features if isinstance(block, InvertedResidual))]
    if isinstance(model, VisionTransformer):
        return [model.patches, *(layer for block in model.blocks for layer in (block.project, block.mlp[2]))]
    return []


def frozen_layers(model: nn.Module, spread: str) -> list[nn.Module]:
    """The classifier; and what writes the residual stream, if asked or where shortcuts pad it, which Torch-Pruning does not follow."""
    return [model.classifier, *(writers(model) if spread == "inner" or is_padded(model) else [])]


def is_padded(model: nn.Module) -> bool:
    return any(isinstance(module, PaddedShortcut) for module in model.modules())


def prune(dense: nn.Module, example: Tensor, ratio: float, spread: str) -> nn.Module:
    """One call of the library, as its readme has it."""
    model = copy.deepcopy(dense)
    blocks = [module for module in model.modules() if isinstance(module, PreNormBlock)]
    pruner = tp.pruner.BasePruner(
        model, example, importance=tp.importance.GroupMagnitudeImportance(p=2), pruning_ratio=ratio, global_pruning=spread == "global",
        ignored_layers=frozen_layers(model, spread), num_heads={block.qkv: block.heads for block in blocks},
        max_pruning_ratio=0.95 if spread == "global" else 1.0,
    )
    pruner.step()
    for block in blocks:
        block.heads = pruner.num_heads[block.qkv]
    return model


def at_cut(dense: nn.Module, example: Tensor, factor: float, spread: str) -> nn.Module:
    """The least ratio, in steps of 1 / RATIO_STEPS, that saves as many multiply-accumulates as asked."""
    macs, _ = tp.utils.count_ops_and_params(dense, example)
    for step in range(1, RATIO_STEPS):
        model = prune(dense, example, step / RATIO_STEPS, spread)
        left, _ = tp.utils.count_ops_and_params(model, example)
        if macs / left >= factor:
            return model
    raise RuntimeError(f"no ratio saves {factor}x of the multiply-accumulates")


@torch.no_grad()
def estimate_batch_norm(model: nn.Module, images: Tensor) -> nn.Module:
    """Statistics of the calibration images instead of the dense model's: what a pruner's user can do without training."""
    model = copy.deepcopy(model)
    norms = [module for module in model.modules() if isinstance(module, nn.BatchNorm2d)]
    for norm in norms:
        norm.reset_running_stats()
        norm.momentum = None
    model.train()
    for part in images.split(256):
        model(part)
    return model.eval()


def export(model: nn.Module, example: Tensor, path: Path) -> None:
    torch.onnx.export(
        model, (example,), str(path), dynamo=False, opset_version=17,
        input_names=["x"], output_names=["logits"], dynamic_axes={"x": {0: "batch"}, "logits": {0: "batch"}},
    )


def torch_pruning(folder: Path, factor: float, spread: str) -> None:
    dense: nn.Module = torch.load(folder / "checkpoint.pt", weights_only=False).eval()
    images = torch.from_numpy(np.load(folder / "calib.npz")["x"])
    stem = folder / "peers" / f"torch-pruning-{factor:g}x-{spread}"
    if any(stem.parent.glob(f"{stem.name}.*")) or (spread == "inner" and is_padded(dense)):
        return
    try:
        if any(isinstance(module, nn.GRU) for module in dense.modules()):
            raise NotImplementedError("Torch-Pruning has no pruner for nn.GRU")
        pruned = at_cut(dense, images[:1], factor, spread)
        export(pruned, images[:2], stem.with_name(f"{stem.name}.onnx"))
        if any(isinstance(module, nn.BatchNorm2d) for module in pruned.modules()):
            export(estimate_batch_norm(pruned, images), images[:2], stem.with_name(f"{stem.name}-estimated.onnx"))
    except Exception as problem:  # whatever the library raises is its result
        stem.with_name(f"{stem.name}.txt").write_text(f"{type(problem).__name__}: {str(problem).splitlines()[0] if str(problem) else ''}\n")


def simplify(folder: Path) -> None:
    """They fold constants and merge nodes; neither removes a channel."""
    if (folder / "peers" / "onnxslim.onnx").exists():
        return
    model = onnx.load(folder / "model.onnx")
    simplified, _ = onnxsim.simplify(copy.deepcopy(model))
    onnx.save(simplified, folder / "peers" / "onnxsim.onnx")
    onnx.save(onnxslim.slim(copy.deepcopy(model)), folder / "peers" / "onnxslim.onnx")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="*", metavar="MODEL")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    torch.set_num_threads(1)
    for folder in sorted(path.parent for path in given.out.glob("*/checkpoint.pt")):
        if given.models and folder.name not in given.models:
            continue
        (folder / "peers").mkdir(exist_ok=True)
        for factor in CUTS.get(folder.name, USUAL_CUTS):
            for spread in ("uniform", "global", "inner"):
                torch_pruning(folder, factor, spread)
        simplify(folder)
        print(f"{folder.name}: {len(list((folder / 'peers').iterdir()))} files of peers", flush=True)


if __name__ == "__main__":
    main()
