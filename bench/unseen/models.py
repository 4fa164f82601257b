"""Architectures that prune-gate was never tuned on. Each maps images [N, C, H, W] float32 to logits [N, classes]."""
from __future__ import annotations

import copy

import torch
import torch.nn.functional as F
from torch import Tensor, nn


def conv_bn(inputs: int, outputs: int, kernel: int, stride: int = 1, groups: int = 1) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False), nn.BatchNorm2d(outputs))


class PaddedShortcut(nn.Module):
    """Every second pixel, and channels of zeros on both sides: the shortcut without parameters (option A of He et al. 2016)."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.each_side = (outputs - inputs) // 2

    def forward(self, x: Tensor) -> Tensor:
        return F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, self.each_side, self.each_side))


class BasicBlock(nn.Module):
    def __init__(self, inputs: int, outputs: int, stride: int, projected: bool) -> None:
        super().__init__()
        self.first = conv_bn(inputs, outputs, 3, stride)
        self.second = conv_bn(outputs, outputs, 3)
        if stride == 1 and inputs == outputs:
            self.shortcut: nn.Module = nn.Identity()
        else:
            self.shortcut = conv_bn(inputs, outputs, 1, stride) if projected else PaddedShortcut(inputs, outputs)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.second(F.relu(self.first(x))) + self.shortcut(x))


class ResNet(nn.Module):
    """The CIFAR family of He et al. 2016, of 6 * blocks + 2 layers."""

    def __init__(self, blocks: int, channels: int, widths: tuple[int, int, int], projected: bool) -> None:
        super().__init__()
        self.stem = conv_bn(channels, widths[0], 3)
        stages: list[nn.Module] = []
        inputs = widths[0]
        for stage, width in enumerate(widths):
            for index in range(blocks):
                stride = 2 if stage > 0 and index == 0 else 1
                stages.append(BasicBlock(inputs, width, stride, projected))
                inputs = width
        self.blocks = nn.Sequential(*stages)
        self.classifier = nn.Linear(widths[-1], 10)

    def forward(self, x: Tensor) -> Tensor:
        return self.classifier(self.blocks(F.relu(self.stem(x))).mean((2, 3)))


def deepen(shallow: ResNet, blocks: int) -> ResNet:
    """
    Takes each residual step x + f(x) of a trained network in k smaller ones, f / k each: a stage of 3 blocks becomes one of
    `blocks`. The start of multi-level training (Chang et al. 2018, https://arxiv.org/abs/1710.10348); it has to be trained after.
    """
    stages: list[nn.Module] = []
    for stage in range(3):
        own = list(shallow.blocks)[3 * stage:3 * stage + 3]
        splittable = [block for block in own if isinstance(block.shortcut, nn.Identity)]
        each = (blocks - (3 - len(splittable))) // len(splittable)
        for block in own:
            steps = each if block in splittable else 1
            for _ in range(steps):
                step = copy.deepcopy(block)
                step.second[1].weight.data /= steps
                step.second[1].bias.data /= steps
                stages.append(step)
    deep = copy.deepcopy(shallow)
    deep.blocks = nn.Sequential(*stages)
    return deep


class InvertedResidual(nn.Module):
    """Expansion, depthwise convolution, linear projection (Sandler et al. 2018)."""

    def __init__(self, inputs: int, outputs: int, stride: int, expansion: int) -> None:
        super().__init__()
        hidden = inputs * expansion
        self.residual = stride == 1 and inputs == outputs
        self.body = nn.Sequential(
            conv_bn(inputs, hidden, 1), nn.ReLU6(), conv_bn(hidden, hidden, 3, stride, hidden), nn.ReLU6(), conv_bn(hidden, outputs, 1),
        )

    def forward(self, x: Tensor) -> Tensor:
        return x + self.body(x) if self.residual else self.body(x)


class InvertedResidualNet(nn.Module):
    """A small MobileNetV2: (width, blocks, stride) by stage."""

    def __init__(self, stages: tuple[tuple[int, int, int], ...] = ((16, 2, 1), (24, 2, 2), (40, 3, 2)), head: int = 160) -> None:
        super().__init__()
        layers: list[nn.Module] = [conv_bn(1, 16, 3), nn.ReLU6()]
        inputs = 16
        for width, blocks, stride in stages:
            for index in range(blocks):
                layers.append(InvertedResidual(inputs, width, stride if index == 0 else 1, 4))
                inputs = width
        self.features = nn.Sequential(*layers, conv_bn(inputs, head, 1), nn.ReLU6())
        self.classifier = nn.Linear(head, 10)

    def forward(self, x: Tensor) -> Tensor:
        return self.classifier(F.adaptive_avg_pool2d(self.features(x), 1).flatten(1))


class PreNormBlock(nn.Module):
    """Layer norm before attention and before the MLP, fused query, key and value."""

    def __init__(self, width: int, heads: int, hidden: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm_attention, self.norm_mlp = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.project = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.mlp = nn.Sequential(nn.Linear(width, hidden), nn.GELU(), nn.Linear(hidden, width))

    def attend(self, x: Tensor) -> Tensor:
        batch, tokens, _ = x.shape
        query, key, value = self.qkv(x).reshape(batch, tokens, 3, self.heads, -1).permute(2, 0, 3, 1, 4).unbind(0)
        mixed = F.scaled_dot_product_attention(query, key, value)
        return self.project(mixed.transpose(1, 2).reshape(batch, tokens, -1))

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.attend(self.norm_attention(x))
        return x + self.mlp(self.norm_mlp(x))


class VisionTransformer(nn.Module):
    """Patches of 2 x 2 pixels, a class token, learnt positions (Dosovitskiy et al. 2021)."""

    def __init__(self, size: int = 8, width: int = 64, depth: int = 4, heads: int = 4) -> None:
        super().__init__()
        self.patches = nn.Conv2d(1, width, 2, 2)
        self.class_token = nn.Parameter(torch.zeros(1, 1, width))
        self.positions = nn.Parameter(0.02 * torch.randn(1, (size // 2) ** 2 + 1, width))
        self.blocks = nn.Sequential(*(PreNormBlock(width, heads, 4 * width) for _ in range(depth)))
        self.norm = nn.LayerNorm(width)
        self.classifier = nn.Linear(width, 10)

    def forward(self, x: Tensor) -> Tensor:
        tokens = self.patches(x).flatten(2).transpose(1, 2)
        tokens = torch.cat([self.class_token.expand(x.shape[0], -1, -1), tokens], 1) + self.positions
        return self.classifier(self.norm(self.blocks(tokens))[:, 0])


class RowReader(nn.Module):
    """Two GRU layers that read an image a row at a time; the last state is classified."""

    def __init__(self, size: int = 8, hidden: int = 64) -> None:
        super().__init__()
        self.gru = nn.GRU(size, hidden, num_layers=2, batch_first=True)
        self.middle = nn.Linear(hidden, hidden)
        self.classifier = nn.Linear(hidden, 10)

    def forward(self, x: Tensor) -> Tensor:
        states, _ = self.gru(x.squeeze(1))
        return self.classifier(F.relu(self.middle(states[:, -1])))
