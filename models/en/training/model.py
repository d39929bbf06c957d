"""The network: a MiniLM encoder (6 layers, 384 wide) that also sees word shapes, and one wide layer that feeds every head."""

from __future__ import annotations

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from features import SHAPES

WIDTH, LAYERS, ATTENTION_HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522
TAG, ARC, LABEL, FACT = 256, 320, 128, 128
SPLITS = [TAG, ARC, ARC, LABEL, LABEL, FACT]


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS).permute(2, 0, 3, 1, 4)
        context = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        context = context.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.attention_norm(x + self.drop(self.out(context)))
        return self.norm(x + self.drop(self.outer(F.gelu(self.inner(x)))))


class Reader(nn.Module):
    def __init__(self, upos: int, xpos: int, labels: int) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH, padding_idx=0)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.shape = nn.Embedding(SHAPES, WIDTH)
        self.initial = nn.Embedding(2, WIDTH)
        self.glued = nn.Embedding(2, WIDTH)
        self.regime = nn.Embedding(4, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        self.wide = nn.Linear(WIDTH, sum(SPLITS))
        self.head_drop = nn.Dropout(0.33)
        self.upos = nn.Linear(TAG, upos)
        self.xpos = nn.Linear(TAG, xpos)
        self.arc = nn.Parameter(torch.zeros(ARC, ARC))
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.label = nn.Parameter(torch.zeros(labels, LABEL, LABEL))
        self.label_dependent = nn.Linear(LABEL, labels)
        self.label_head = nn.Linear(LABEL, labels, bias=False)
        self.fact = nn.Linear(FACT, 1)
        nn.init.xavier_uniform_(self.arc, gain=0.3)
        nn.init.xavier_uniform_(self.label, gain=0.3)
        for table in (self.shape, self.initial, self.glued, self.regime):
            nn.init.normal_(table.weight, std=0.01)

    def shape_table(self) -> torch.Tensor:
        """One row per shape row of features.py: the four feature tables added up."""
        table = (
            self.regime.weight[:, None, None, None]
            + self.glued.weight[None, :, None, None]
            + self.initial.weight[None, None, :, None]
            + self.shape.weight[None, None, None, :]
        )
        return table.reshape(-1, WIDTH)

    def encode(self, pieces: torch.Tensor, shapes: torch.Tensor) -> torch.Tensor:
        mask = (pieces != 0)[:, None, None, :]
        x = self.word(pieces) + self.position.weight[: pieces.shape[1]] + F.embedding(shapes, self.shape_table())
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, pieces, shapes, first, last):
        """pieces, shapes [B, P]; first, last [B, W + 1]: the first and last piece of each word, word 0 being [CLS] as the root."""
        x = self.encode(pieces, shapes)
        at = lambda index: x.gather(1, index[:, :, None].expand(-1, -1, WIDTH))
        words = (at(first) + at(last)) * 0.5
        wide = self.head_drop(F.relu(self.wide(self.head_drop(words) if self.training else words)))
        tag, arc_d, arc_h, label_d, label_h, fact = wide.split(SPLITS, dim=-1)
        arcs = (arc_d @ self.arc + self.arc_bias) @ arc_h.transpose(1, 2)  # [B, dependent, head]
        return {
            "words": words,
            "upos": self.upos(tag),
            "xpos": self.xpos(tag),
            "arcs": arcs,
            "label_d": label_d,
            "label_h": label_h,
            "fact": self.fact(fact)[:, :, 0],
        }

    def labels_at(self, out, heads: torch.Tensor) -> torch.Tensor:
        """Label scores [B, W + 1, L] for the given head of each word."""
        head = out["label_h"].gather(1, heads[:, :, None].expand(-1, -1, LABEL))
        bilinear = torch.einsum("bwi,lij,bwj->bwl", out["label_d"], self.label, head)
        return bilinear + self.label_dependent(out["label_d"]) + self.label_head(head)


def load_base(model: Reader, path: str) -> None:
    """Fills the encoder from the weights of all-MiniLM-L6-v2."""
    base = load_file(path)
    get = lambda name: base[name] if name in base else base["bert." + name]
    with torch.no_grad():
        model.word.weight.copy_(get("embeddings.word_embeddings.weight"))
        model.position.weight.copy_(
            get("embeddings.position_embeddings.weight") + get("embeddings.token_type_embeddings.weight")[0]
        )
        _norm(model.norm, get, "embeddings.LayerNorm")
        for number, layer in enumerate(model.layers):
            name = f"encoder.layer.{number}."
            parts = [name + f"attention.self.{part}." for part in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([get(part + "weight") for part in parts]))
            layer.qkv.bias.copy_(torch.cat([get(part + "bias") for part in parts]))
            _linear(layer.out, get, name + "attention.output.dense")
            _norm(layer.attention_norm, get, name + "attention.output.LayerNorm")
            _linear(layer.inner, get, name + "intermediate.dense")
            _linear(layer.outer, get, name + "output.dense")
            _norm(layer.norm, get, name + "output.LayerNorm")


def _linear(target: nn.Linear, get, name: str) -> None:
    target.weight.copy_(get(name + ".weight"))
    target.bias.copy_(get(name + ".bias"))


def _norm(target: nn.LayerNorm, get, name: str) -> None:
    target.weight.copy_(get(name + ".weight"))
    target.bias.copy_(get(name + ".bias"))
