"""Writes the trained network as two ONNX graphs, reader.onnx and labels.onnx, with eight-bit weights,
built by hand from ONNX Runtime's fused operators.

    python export.py --weights runs/reader.pt --base MODEL_FOLDER --out ../

Inputs (int32): pieces [B, P]; shapes [B, P]; lengths [B], pieces per sentence; first, last [B, W + 1], flat indices into
B * P of the first and last piece of each word, word 0 being [CLS], which stands for the root.
Outputs: upos, xpos (int32) [B, W + 1]; arcs [B, W + 1, W + 1] as dependent by head; label_d, label_h [B, W + 1, 128],
what labels.onnx takes of a dependent and of its head; happened [B, W + 1]; words [B, W + 1, 384], the vectors that
further heads may build on.
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

from model import ATTENTION_HEADS, LABEL, LAYERS, SPLITS, WIDTH, Reader

# Weights are rounded to -LEVELS … LEVELS: seven bits, so that no pair of products overflows on processors without VNNI.
LEVELS = 63


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
        if self.mode == "float":
            transposed = self.constant(f"{name}_w", weight.T.astype(np.float32))
            if bias is None:
                return self.node("MatMul", [x, transposed], name)
            self.node("MatMul", [x, transposed], f"{name}_mm")
            return self.node("Add", [f"{name}_mm", self.constant(f"{name}_b", bias.astype(np.float32))], name)
        scale = np.abs(weight).max(axis=1) / LEVELS
        rounded = np.clip(np.rint(weight / scale[:, None]), -LEVELS, LEVELS).astype(np.int8)
        inputs = [x, self.constant(f"{name}_w", rounded.T), self.constant(f"{name}_s", scale.astype(np.float32))]
        if bias is not None:
            inputs += ["", self.constant(f"{name}_b", bias.astype(np.float32))]
        return self.fused("DynamicQuantizeMatMul", inputs, name)


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
        g.fused("FastGelu", [t + "inner", g.constant(t + "inner_bias", w[p + "inner.bias"])] , t + "gelu")
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
            floats("label_d", "B", "W", LABEL),
            floats("label_h", "B", "W", LABEL),
            floats("happened", "B", "W"),
            floats("words", "B", "W", WIDTH),
        ],
        list(g.constants.values()),
    )
    return finished(graph)


def build_labels(model: Reader, mode: str) -> onnx.ModelProto:
    """The label of an arc, once the tree has chosen its head: far cheaper than the labels of all pairs of words."""
    w = {name: value.detach().float().numpy() for name, value in model.state_dict().items()}
    g = Graph(mode)
    labels = w["label"].shape[0]
    # The part that depends on the head alone rides in the projection's bias.
    projection = w["label"].transpose(0, 2, 1).reshape(labels * LABEL, LABEL)
    g.dense("dependents", "projected", projection, w["label_head.weight"].reshape(-1))
    g.node("Reshape", ["projected", g.constant("by_label", np.array([-1, labels, LABEL], np.int64))], "projected_by_label")
    g.node("Unsqueeze", ["heads", g.constant("axis_two", np.array([2], np.int64))], "head_columns")
    g.node("MatMul", ["projected_by_label", "head_columns"], "pair_columns")
    g.node("Squeeze", ["pair_columns", "axis_two"], "pair_scores")
    float_dense(g, "dependents", "own", w["label_dependent.weight"], w["label_dependent.bias"])
    g.node("Add", ["pair_scores", "own"], "label_scores")
    best(g, "label_scores", "labels", axis=1)
    row = lambda name: helper.make_tensor_value_info(name, TensorProto.FLOAT, ["N", LABEL])
    out = helper.make_tensor_value_info("labels", TensorProto.INT32, ["N"])
    return finished(helper.make_graph(g.nodes, "labels", [row("dependents"), row("heads")], [out], list(g.constants.values())))


def finished(graph: onnx.GraphProto) -> onnx.ModelProto:
    proto = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid("com.microsoft", 1)])
    proto.ir_version = 9
    onnx.checker.check_model(proto)
    return proto


def norm(g: Graph, w, name: str) -> list[str]:
    return [g.constant(name + "_g", w[name + ".weight"]), g.constant(name + "_b", w[name + ".bias"])]


def float_dense(g: Graph, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
    g.node("MatMul", [x, g.constant(name + "_w", weight.T.astype(np.float32))], name + "_mm")
    return g.node("Add", [name + "_mm", g.constant(name + "_b", bias.astype(np.float32))], name)


def best(g: Graph, scores: str, name: str, axis: int) -> None:
    g.node("ArgMax", [scores], name + "_long", axis=axis, keepdims=0)
    g.node("Cast", [name + "_long"], name, to=TensorProto.INT32)


def write(proto: onnx.ModelProto, path: str) -> str:
    data = proto.SerializeToString(deterministic=True)
    with open(path + ".part", "wb") as file:
        file.write(data)
    os.replace(path + ".part", path)
    print(f"{path}: {len(data) / 2**20:.1f} MiB")
    return hashlib.sha256(data).hexdigest()


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--weights", required=True)
    options.add_argument("--base", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--mode", choices=["int8", "float"], default="int8")
    o = options.parse_args()
    saved = torch.load(o.weights, weights_only=True)
    known = saved["inventory"]
    model = Reader(len(known["upos"]), len(known["xpos"]), len(known["labels"]))
    model.load_state_dict(saved["weights"])
    os.makedirs(o.out, exist_ok=True)
    digests = {
        name: write(build_one(model, o.mode), os.path.join(o.out, name))
        for name, build_one in (("reader.onnx", build), ("labels.onnx", build_labels))
    }
    shutil.copyfile(os.path.join(o.base, "vocab.txt"), os.path.join(o.out, "vocabulary.txt"))
    with open(os.path.join(o.out, "reader.json"), "w", encoding="utf-8") as file:
        json.dump({"version": 1, "sha256": digests, **known}, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
