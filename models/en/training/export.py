"""Writes the trained network as one ONNX graph with eight-bit weights, built by hand from ONNX Runtime's fused operators.

    python export.py --weights runs/reader.pt --base MODEL_FOLDER --out ../

Inputs (int32): pieces [B, P]; shapes [B, P]; lengths [B], pieces per sentence; first, last [B, W + 1], flat indices into
B * P of the first and last piece of each word, word 0 being [CLS], which stands for the root.
Outputs: upos, xpos (int32) [B, W + 1]; arcs [B, W + 1, W + 1] as dependent by head; labels (int32), likewise: the best
label of each pair; happened [B, W + 1]; words [B, W + 1, 384], the vectors that further heads may build on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from features import SHAPE_ROWS
from model import ATTENTION_HEADS, LABEL, LAYERS, SPLITS, WIDTH, Reader

BLOCK = 128


class Graph:
    def __init__(self, mode: str) -> None:
        self.mode = mode
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def node(self, kind: str, inputs: list[str], name: str, domain: str = "", outputs: list[str] | None = None, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, outputs or [name], name=f"n_{name}", domain=domain, **attributes))
        return name

    def fused(self, kind: str, inputs: list[str], name: str, **attributes) -> str:
        return self.node(kind, inputs, name, domain="com.microsoft", **attributes)

    def dense(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray | None) -> str:
        """x · weightᵀ + bias, weight [out, in], in the mode of this graph."""
        size, width = weight.shape
        if self.mode == "float":
            transposed = self.constant(f"{name}_w", weight.T.astype(np.float32))
            if bias is None:
                return self.node("MatMul", [x, transposed], name)
            self.node("MatMul", [x, transposed], f"{name}_mm")
            return self.node("Add", [f"{name}_mm", self.constant(f"{name}_b", bias.astype(np.float32))], name)
        if self.mode == "dynamic":
            scale = np.abs(weight).max(axis=1) / 127
            rounded = np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8)
            inputs = [x, self.constant(f"{name}_w", rounded.T), self.constant(f"{name}_s", scale.astype(np.float32)), ""]
            if bias is not None:
                inputs.append(self.constant(f"{name}_b", bias.astype(np.float32)))
            else:
                inputs.pop()
            return self.fused("DynamicQuantizeMatMul", inputs, name)
        blocks = -(-width // BLOCK)
        padded = np.zeros((size, blocks * BLOCK), np.float32)
        padded[:, :width] = weight
        shaped = padded.reshape(size, blocks, BLOCK)
        scale = np.maximum(np.abs(shaped).max(axis=2), 1e-8) / 127
        rounded = (np.clip(np.rint(shaped / scale[:, :, None]), -127, 127) + 128).astype(np.uint8)
        inputs = [x, self.constant(f"{name}_w", rounded), self.constant(f"{name}_s", scale.astype(np.float32).reshape(size, blocks)), "", ""]
        inputs += [self.constant(f"{name}_b", bias.astype(np.float32))] if bias is not None else []
        return self.fused("MatMulNBits", inputs, name, K=width, N=size, bits=8, block_size=BLOCK, accuracy_level=4)


def build(model: Reader, mode: str) -> onnx.ModelProto:
    w = {name: value.detach().float().numpy() for name, value in model.state_dict().items()}
    g = Graph(mode)
    integer = lambda name, *values: g.constant(name, np.array(values, np.int64))
    table = w["word.weight"]
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127
    g.constant("word_table", np.rint(table / scale).astype(np.int8))
    g.constant("word_scale", scale.astype(np.float32))
    g.node("Gather", ["word_table", "pieces"], "word_rounded")
    g.node("Cast", ["word_rounded"], "word_float", to=TensorProto.FLOAT)
    g.node("Gather", ["word_scale", "pieces"], "word_scales")
    g.node("Mul", ["word_float", "word_scales"], "word_vectors")
    g.constant("shape_table", model.shape_table().detach().numpy())
    g.node("Gather", ["shape_table", "shapes"], "shape_vectors")
    g.constant("position_table", w["position.weight"].astype(np.float32))
    g.node("Shape", ["pieces"], "piece_count", start=1, end=2)
    g.node("Slice", ["position_table", integer("zero", 0), "piece_count", integer("axis_zero", 0)], "positions")
    g.node("Add", ["word_vectors", "shape_vectors"], "embedded")
    g.node("Add", ["embedded", "positions"], "placed")
    g.node("LayerNormalization", ["placed", *norm(g, w, "norm")], "x0", epsilon=1e-12)
    x = "x0"
    for i in range(LAYERS):
        p, t = f"layers.{i}.", f"l{i}_"
        g.dense(x, t + "qkv", w[p + "qkv.weight"], w[p + "qkv.bias"])
        g.node("Split", [t + "qkv"], t + "split", outputs=[t + "q", t + "k", t + "v"], axis=2, num_outputs=3)
        g.fused("MultiHeadAttention", [t + "q", t + "k", t + "v", "", "lengths"], t + "context", num_heads=ATTENTION_HEADS)
        g.dense(t + "context", t + "out", w[p + "out.weight"], w[p + "out.bias"])
        g.fused("SkipLayerNormalization", [t + "out", x, *norm(g, w, p + "attention_norm")], t + "mid", epsilon=1e-12)
        g.dense(t + "mid", t + "inner", w[p + "inner.weight"], None)
        g.fused("BiasGelu", [t + "inner", g.constant(t + "inner_bias", w[p + "inner.bias"])] , t + "gelu")
        g.dense(t + "gelu", t + "outer", w[p + "outer.weight"], w[p + "outer.bias"])
        x = f"x{i + 1}"
        g.fused("SkipLayerNormalization", [t + "outer", t + "mid", *norm(g, w, p + "norm")], x, epsilon=1e-12)
    g.node("Reshape", [x, integer("flat", -1, WIDTH)], "pieces_flat")
    g.node("Gather", ["pieces_flat", "first"], "first_piece")
    g.node("Gather", ["pieces_flat", "last"], "last_piece")
    g.node("Add", ["first_piece", "last_piece"], "both_pieces")
    g.node("Mul", ["both_pieces", g.constant("half", np.array(0.5, np.float32))], "words")
    g.dense("words", "wide_sum", w["wide.weight"], w["wide.bias"])
    g.node("Relu", ["wide_sum"], "wide")
    g.node("Split", ["wide", integer("splits", *SPLITS)], "wide_split", outputs=["tag", "arc_d", "arc_h", "label_d", "label_h", "fact"], axis=2)
    for tag in ("upos", "xpos"):
        float_dense(g, "tag", tag + "_scores", w[tag + ".weight"], w[tag + ".bias"])
        best(g, tag + "_scores", tag, axis=2)
    g.dense("arc_d", "arc_projected", w["arc"].T, w["arc_bias"])
    g.node("Transpose", ["arc_h"], "arc_h_t", perm=[0, 2, 1])
    g.node("MatMul", ["arc_projected", "arc_h_t"], "arcs")
    labels = w["label"].shape[0]
    # Label scores of all pairs: the label's own bias and the dependent's part ride in the projection, the head's part too.
    projection = w["label"].transpose(0, 2, 1).reshape(labels * LABEL, LABEL)  # [(l, j), i]
    head_part = np.zeros((labels * LABEL,), np.float32) + w["label_head.weight"].reshape(-1)
    g.dense("label_d", "label_projected", projection, head_part)
    g.node("Shape", ["first"], "word_shape")
    g.node("Concat", ["word_shape", integer("pair_tail", labels, LABEL)], "pair_shape", axis=0)
    g.node("Reshape", ["label_projected", "pair_shape"], "label_by_label")  # [B, W, L, j]
    g.node("Transpose", ["label_by_label"], "label_first", perm=[0, 2, 1, 3])  # [B, L, W, j]
    g.node("Transpose", ["label_h"], "label_h_t", perm=[0, 2, 1])
    g.node("Unsqueeze", ["label_h_t", integer("axis_one", 1)], "label_heads")  # [B, 1, j, W]
    g.node("MatMul", ["label_first", "label_heads"], "label_pairs")  # [B, L, W, W]
    float_dense(g, "label_d", "label_own", w["label_dependent.weight"], w["label_dependent.bias"])  # [B, W, L]
    g.node("Transpose", ["label_own"], "label_own_t", perm=[0, 2, 1])
    g.node("Unsqueeze", ["label_own_t", integer("axis_three", 3)], "label_own_pairs")
    g.node("Add", ["label_pairs", "label_own_pairs"], "label_scores")
    best(g, "label_scores", "labels", axis=1)
    float_dense(g, "fact", "fact_score", w["fact.weight"], w["fact.bias"])
    g.node("Squeeze", ["fact_score", integer("axis_two", 2)], "happened")

    ints = lambda name, *shape: helper.make_tensor_value_info(name, TensorProto.INT32, shape)
    floats = lambda name, *shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
    graph = helper.make_graph(
        g.nodes,
        "reader",
        [ints("pieces", "B", "P"), ints("shapes", "B", "P"), ints("lengths", "B"), ints("first", "B", "W"), ints("last", "B", "W")],
        [
            ints("upos", "B", "W"),
            ints("xpos", "B", "W"),
            floats("arcs", "B", "W", "W"),
            ints("labels", "B", "W", "W"),
            floats("happened", "B", "W"),
            floats("words", "B", "W", WIDTH),
        ],
        list(g.constants.values()),
    )
    proto = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid("com.microsoft", 1)])
    proto.ir_version = 9
    return proto


def norm(g: Graph, w, name: str) -> list[str]:
    return [g.constant(name + "_g", w[name + ".weight"]), g.constant(name + "_b", w[name + ".bias"])]


def float_dense(g: Graph, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
    g.node("MatMul", [x, g.constant(name + "_w", weight.T.astype(np.float32))], name + "_mm")
    return g.node("Add", [name + "_mm", g.constant(name + "_b", bias.astype(np.float32))], name)


def best(g: Graph, scores: str, name: str, axis: int) -> None:
    g.node("ArgMax", [scores], name + "_long", axis=axis, keepdims=0)
    g.node("Cast", [name + "_long"], name, to=TensorProto.INT32)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--weights", required=True)
    options.add_argument("--base", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--mode", choices=["nbits", "dynamic", "float"], default="nbits")
    o = options.parse_args()
    saved = torch.load(o.weights, weights_only=True)
    known = saved["inventory"]
    model = Reader(len(known["upos"]), len(known["xpos"]), len(known["labels"]))
    model.load_state_dict(saved["weights"])
    proto = build(model, o.mode)
    onnx.checker.check_model(proto)
    os.makedirs(o.out, exist_ok=True)
    path = os.path.join(o.out, "reader.onnx")
    with open(path + ".part", "wb") as file:
        file.write(proto.SerializeToString(deterministic=True))
    os.replace(path + ".part", path)
    shutil.copyfile(os.path.join(o.base, "vocab.txt"), os.path.join(o.out, "vocabulary.txt"))
    digest = hashlib.sha256(open(path, "rb").read()).hexdigest()
    with open(os.path.join(o.out, "reader.json"), "w", encoding="utf-8") as file:
        json.dump({"version": 1, "sha256": digest, "shapeRows": SHAPE_ROWS, **known}, file, indent=1)
        file.write("\n")
    print(f"{path}: {os.path.getsize(path) / 2**20:.1f} MiB, sha256 {digest[:12]}")


if __name__ == "__main__":
    main()
