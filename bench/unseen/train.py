"""
Trains small models on the CPU, seeded, and leaves each as bench/unseen.ts wants it.

    python train.py --out FOLDER --shared SHARED_DATA [MODEL...]

FOLDER/MODEL gets checkpoint.pt (the whole module, for peers), model.onnx (TorchScript exporter), dynamo.onnx (the newer one),
calib.npz (x) and heldout.npz (x, labels). What exists is kept.
"""
from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import Tensor, nn

from data import Data, cifar, digits, shifted
from models import InvertedResidualNet, ResNet, RowReader, VisionTransformer, deepen


@dataclass(frozen=True)
class Recipe:
    make: Callable[[Path], nn.Module]
    data: Callable[[Path], Data]
    epochs: int
    rate: float
    """Moves images by so many pixels while training."""
    shift: int
    flip: bool = False
    """Learns from the shared ResNet-20's outputs too."""
    taught: bool = False
    calibration: int = 1197


def shared_resnet20(shared: Path) -> ResNet:
    """The published ResNet-20 of the shared data, its module filled from the initializers of its ONNX file."""
    graph = onnx.load(shared / "cifar10-models" / "resnet20-bn-unfused.onnx").graph
    found = {tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()) for tensor in graph.initializer}
    names = {"stem.0": "conv1", "stem.1": "bn1", "classifier": "linear"}
    for index in range(9):
        for own, parts in (("first", "1"), ("second", "2")):
            block = f"layer{index // 3 + 1}.{index % 3}"
            names[f"blocks.{index}.{own}.0"] = f"{block}.conv{parts}"
            names[f"blocks.{index}.{own}.1"] = f"{block}.bn{parts}"
    model = ResNet(3, 3, (16, 32, 64), projected=False)
    state = {}
    for key, value in model.state_dict().items():
        module, _, parameter = key.rpartition(".")
        state[key] = value if parameter == "num_batches_tracked" else found[f"{names[module]}.{parameter}"]
    model.load_state_dict(state)
    return model.eval()


RECIPES: dict[str, Recipe] = {
    "digits-resnet32": Recipe(lambda _: ResNet(5, 1, (16, 32, 64), projected=True), lambda _: digits(), 40, 2e-3, 1),
    "digits-inverted-residual": Recipe(lambda _: InvertedResidualNet(), lambda _: digits(), 40, 4e-3, 1),
    "digits-vit": Recipe(lambda _: VisionTransformer(), lambda _: digits(), 100, 1e-3, 1),
    "digits-gru": Recipe(lambda _: RowReader(), lambda _: digits(), 80, 3e-3, 1),
    "cifar-resnet20": Recipe(shared_resnet20, cifar, 0, 0, 0, calibration=5085),
    "cifar-resnet56": Recipe(lambda shared: deepen(shared_resnet20(shared), 9), cifar, 3, 1e-3, 2, flip=True, taught=True, calibration=2048),
}


def train(model: nn.Module, recipe: Recipe, data: Data, teacher: nn.Module | None) -> None:
    """AdamW under one cycle of the learning rate; cross-entropy, and the teacher's softened outputs where there is one."""
    images, labels = data.train
    batch = 64 if len(images) < 2000 else 128
    optimizer = torch.optim.AdamW(model.parameters(), weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, recipe.rate, epochs=recipe.epochs, steps_per_epoch=len(images) // batch)
    for epoch in range(recipe.epochs):
        model.train()
        total, order = 0.0, torch.randperm(len(images))
        for step in range(len(images) // batch):
            picked = order[step * batch:(step + 1) * batch]
            inputs = shifted(images[picked], recipe.shift, recipe.flip)
            logits = model(inputs)
            loss = F.cross_entropy(logits, labels[picked]) if teacher is None else taught_loss(logits, inputs, teacher)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"  epoch {epoch + 1}: loss {total / (len(images) // batch):.3f}, {time.process_time():.0f} s of CPU", flush=True)
    model.eval()


def taught_loss(logits: Tensor, inputs: Tensor, teacher: nn.Module) -> Tensor:
    """Divergence from the teacher's classes at temperature 4 (Hinton et al. 2015)."""
    with torch.no_grad():
        wanted = teacher(inputs)
    return 16 * F.kl_div(F.log_softmax(logits / 4, 1), F.log_softmax(wanted / 4, 1), reduction="batchmean", log_target=True)


@torch.no_grad()
def accuracy(model: nn.Module, images: Tensor, labels: Tensor) -> float:
    right = sum(int((model(part).argmax(1) == wanted).sum()) for part, wanted in zip(images.split(256), labels.split(256)))
    return right / len(labels)


def export(model: nn.Module, example: Tensor, script: Path, exported: Path) -> None:
    """As users do it: the TorchScript exporter (it folds batch norm), then that of torch.export, both with a dynamic batch."""
    torch.onnx.export(
        model, (example,), str(script), dynamo=False, opset_version=17,
        input_names=["x"], output_names=["logits"], dynamic_axes={"x": {0: "batch"}, "logits": {0: "batch"}},
    )
    program = torch.onnx.export(
        model, (example,), dynamo=True, input_names=["x"], output_names=["logits"], dynamic_shapes=({0: torch.export.Dim("batch")},), verbose=False,
    )
    program.save(str(exported), external_data=False)


def make(name: str, recipe: Recipe, out: Path, shared: Path) -> None:
    folder = out / name
    if (folder / "dynamo.onnx").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)
    data = recipe.data(shared)
    model = recipe.make(shared)
    print(f"{name}: {sum(value.numel() for value in model.parameters())} parameters", flush=True)
    if recipe.epochs > 0:
        train(model, recipe, data, shared_resnet20(shared) if recipe.taught else None)
    print(f"  {100 * accuracy(model, *data.heldout):.2f} % right, held out", flush=True)
    data.save(folder, recipe.calibration)
    torch.save(model, folder / "checkpoint.pt")
    export(model, data.heldout[0][:2], folder / "model.onnx", folder / "dynamo.onnx")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="*", metavar="MODEL", help=f"of {', '.join(RECIPES)}")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    for name in given.models or RECIPES:
        make(name, RECIPES[name], given.out, given.shared)


if __name__ == "__main__":
    main()
