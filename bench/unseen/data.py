"""Images with labels in three parts: to train on, to calibrate on (images alone), held out."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor


@dataclass(frozen=True)
class Data:
    """Images are normalised float32 [N, C, H, W], labels int64 [N]. Calibration takes the training images without their labels."""

    train: tuple[Tensor, Tensor]
    heldout: tuple[Tensor, Tensor]

    def save(self, folder: Path, calibration: int) -> None:
        np.savez(folder / "calib.npz", x=self.train[0][:calibration].numpy())
        np.savez(folder / "heldout.npz", x=self.heldout[0].numpy(), labels=self.heldout[1].numpy())


def digits() -> Data:
    """The 1,797 handwritten digits of 8 x 8 pixels that scikit-learn carries (UCI, Alpaydin and Kaynak 1998): 1,197 and 600."""
    from sklearn.datasets import load_digits

    bunch = load_digits()
    order = torch.randperm(len(bunch.target), generator=torch.Generator().manual_seed(0))
    images = torch.tensor(bunch.images, dtype=torch.float32)[order, None] / 8 - 1
    labels = torch.tensor(bunch.target, dtype=torch.int64)[order]
    return Data((images[600:], labels[600:]), (images[:600], labels[:600]))


def cifar(shared: Path) -> Data:
    """The shared CIFAR-10 images, normalised as the shared ResNet-20 wants them: 5,085 and 1,017."""
    mean = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1)
    std = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)

    def read(name: str) -> tuple[Tensor, Tensor]:
        with np.load(shared / "cifar10-images" / name) as file:
            images = torch.from_numpy(file["images"]).permute(0, 3, 1, 2) / 255
            return (images - mean) / std, torch.from_numpy(file["labels"]).long()

    return Data(read("train.npz"), read("test.npz"))


def shifted(images: Tensor, most: int, flip: bool) -> Tensor:
    """Each image moved by up to `most` pixels and, where asked, mirrored: [N, C, H, W] as it came."""
    count, channels, height, width = images.shape
    padded = F.pad(images, (most,) * 4, mode="replicate")
    down, right = torch.randint(0, 2 * most + 1, (2, count))
    rows = (down[:, None] + torch.arange(height))[:, None, :, None]
    columns = (right[:, None] + torch.arange(width))[:, None, None, :]
    moved = padded[torch.arange(count)[:, None, None, None], torch.arange(channels)[None, :, None, None], rows, columns]
    if not flip:
        return moved
    return torch.where(torch.rand(count, 1, 1, 1) < 0.5, moved.flip(3), moved)
