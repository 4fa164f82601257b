"""
Well-known architectures with random weights, by both of PyTorch's exporters: bench/unseen/architectures.ts cuts and proves them.

    python architectures.py --out FOLDER [NAME...]

FOLDER/architectures gets NAME.TorchScript.onnx and NAME.torch.export.onnx. What exists is kept.
"""
from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import nn
from torchvision import models

from train import export

NAMES = (
    "squeezenet1_1", "shufflenet_v2_x0_5", "mobilenet_v3_small", "mnasnet0_5", "regnet_y_400mf", "efficientnet_b0", "densenet121", "googlenet",
    "swin_t", "convnext_tiny",
)


def make(name: str) -> nn.Module:
    """Batch norm gets statistics that differ from channel to channel: as trained networks have them, and no cut is proven by symmetry."""
    torch.manual_seed(0)
    options = {"init_weights": False, "aux_logits": False} if name == "googlenet" else {}
    model = models.get_model(name, weights=None, **options).eval()
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.normal_(module.running_mean, 0, 0.1)
            nn.init.uniform_(module.running_var, 0.5, 1.5)
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    torch.set_num_threads(1)
    folder: Path = given.out / "architectures"
    folder.mkdir(parents=True, exist_ok=True)
    for name in given.names or NAMES:
        files = [folder / f"{name}.{exporter}.onnx" for exporter in ("TorchScript", "torch.export")]
        if not all(file.exists() for file in files):
            export(make(name), torch.randn(2, 3, 64, 64), *files)
            print(f"{name}: exported", flush=True)


if __name__ == "__main__":
    main()
