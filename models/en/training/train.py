"""Trains the reader: tags, trees and factuality together, every sentence seen once an epoch.

    python train.py --gold ../../../../shared/gold --base MODEL_FOLDER --epochs 16 --out runs/reader.pt
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import time
from collections import Counter
from dataclasses import dataclass

import torch
from torch.nn import functional as F

from augment import augmented
from conllu import Sentence, read_conllu
from features import CLS, NONE, SEP, WordPieces, shape_rows
from model import Reader, load_base
from tree import best_tree

SEED = 20261125
MAX_WORDS = 120
PIECES_PER_BATCH = 768
MASK = 103
MASKED_WORDS = 0.08
# The weights that are kept are a running average, brought up to date every few steps.
AVERAGE_EVERY = 4


@dataclass
class Inventory:
    upos: list[str]
    xpos: list[str]
    labels: list[str]


def inventory(sentences: list[Sentence]) -> Inventory:
    ordered = lambda values: sorted(set(values))
    return Inventory(
        ordered(u for s in sentences for u in s.upos),
        ordered(x for s in sentences for x in s.xpos),
        ordered(d for s in sentences for d in s.labels),
    )


def read_factuality(path: str) -> dict[str, dict[int, tuple[float, float]]]:
    found: dict[str, dict[int, tuple[float, float]]] = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            found.setdefault(row["sent_id"], {})[row["token"]] = (row["happened"], row["confidence"])
    return found


def make_batches(sentences, pieces: WordPieces, rng: random.Random | None) -> list[list[Sentence]]:
    """Sentences of like length together, about PIECES_PER_BATCH pieces a batch; shuffled when rng is given."""
    length = lambda s: sum(len(pieces.pieces(f)) for f in s.forms) + 2
    jitter = (lambda s: length(s) + rng.random() * 4) if rng else length
    batches: list[list[Sentence]] = []
    batch: list[Sentence] = []
    for sentence in sorted(sentences, key=jitter):
        if batch and (len(batch) + 1) * length(sentence) > PIECES_PER_BATCH:
            batches.append(batch)
            batch = []
        batch.append(sentence)
    batches.append(batch)
    if rng:
        rng.shuffle(batches)
    return batches


def tensors(batch: list[Sentence], pieces: WordPieces, known: Inventory, facts, rng: random.Random | None = None):
    """The batch as padded tensors; with rng, some words are hidden from the encoder so that it leans on context too."""
    words = max(len(s) for s in batch)
    rows = [_encode(s, pieces, rng) for s in batch]
    width = max(len(r[0]) for r in rows)
    fill = lambda values, size, empty=0: values + [empty] * (size - len(values))
    out = {
        "pieces": torch.tensor([fill(r[0], width) for r in rows]),
        "shapes": torch.tensor([fill(r[1], width) for r in rows]),
        "first": torch.tensor([fill(r[2], words + 1) for r in rows]),
        "last": torch.tensor([fill(r[3], words + 1) for r in rows]),
        "is_word": torch.tensor([[False] + [True] * len(s) + [False] * (words - len(s)) for s in batch]),
    }
    at = lambda values, names: [0] + [names.index(v) if v in names else -100 for v in values]
    out["heads"] = torch.tensor([fill([0] + s.heads, words + 1) for s in batch])
    out["upos"] = torch.tensor([fill(at(s.upos, known.upos), words + 1) for s in batch])
    out["xpos"] = torch.tensor([fill(at(s.xpos, known.xpos), words + 1) for s in batch])
    out["labels"] = torch.tensor([fill(at(s.labels, known.labels), words + 1) for s in batch])
    happened, confidence = torch.zeros(len(batch), words + 1), torch.zeros(len(batch), words + 1)
    for i, s in enumerate(batch):
        for token, (value, weight) in facts.get(s.id, {}).items():
            if token <= len(s):
                happened[i, token], confidence[i, token] = value, weight
    out["happened"], out["confidence"] = happened, confidence
    return out


def _encode(sentence: Sentence, pieces: WordPieces, rng: random.Random | None):
    ids, shapes, first, last = [CLS], [NONE], [0], [0]
    for form, row in zip(sentence.forms, shape_rows(sentence.forms, sentence.glued)):
        word = pieces.pieces(form)
        if rng and rng.random() < MASKED_WORDS:
            word = [MASK] * len(word)
        first.append(len(ids))
        ids += word
        shapes += [row] * len(word)
        last.append(len(ids) - 1)
    return ids + [SEP], shapes + [NONE], first, last


def head_scores(out, data) -> torch.Tensor:
    """Arc scores with impossible heads masked: padding, and a word as its own head."""
    possible = data["is_word"].clone()
    possible[:, 0] = True
    arcs = out["arcs"].float().masked_fill(~possible[:, None, :], -1e4)
    return arcs.masked_fill(torch.eye(arcs.shape[1], dtype=torch.bool)[None], -1e4)


def losses(model: Reader, data) -> torch.Tensor:
    out = model(data["pieces"], data["shapes"], data["first"], data["last"])
    word = data["is_word"]
    arcs = head_scores(out, data)
    loss = F.cross_entropy(arcs[word], data["heads"][word])
    loss = loss + F.cross_entropy(model.labels_at(out, data["heads"]).float()[word], data["labels"][word])
    loss = loss + 0.5 * F.cross_entropy(out["upos"].float()[word], data["upos"][word])
    loss = loss + 0.5 * F.cross_entropy(out["xpos"].float()[word], data["xpos"][word])
    weight = data["confidence"]
    if weight.sum() > 0:
        error = (out["fact"].float() - data["happened"]) ** 2
        loss = loss + 0.5 * (error * weight).sum() / weight.sum()
    return loss


@torch.no_grad()
def evaluate(model: Reader, sentences, pieces: WordPieces, known: Inventory, facts) -> dict[str, float]:
    model.eval()
    total = upos = xpos = uas = las = las_universal = 0
    guesses: list[float] = []
    truths: list[float] = []
    for batch in make_batches(sentences, pieces, None):
        data = tensors(batch, pieces, known, facts)
        out = model(data["pieces"], data["shapes"], data["first"], data["last"])
        arcs = torch.log_softmax(head_scores(out, data), -1)
        heads = torch.zeros_like(data["heads"])
        for i, s in enumerate(batch):
            heads[i, 1 : len(s) + 1] = torch.tensor(best_tree(arcs[i, : len(s) + 1, : len(s) + 1].tolist()))
        labels = model.labels_at(out, heads).argmax(-1)
        for i, s in enumerate(batch):
            for w in range(len(s)):
                guesses_at = data["confidence"][i, w + 1]
                if guesses_at > 0:
                    guesses.append(out["fact"][i, w + 1].item())
                    truths.append(data["happened"][i, w + 1].item())
                if s.upos[w] == "PUNCT":
                    continue
                total += 1
                upos += known.upos[out["upos"][i, w + 1].argmax()] == s.upos[w]
                xpos += known.xpos[out["xpos"][i, w + 1].argmax()] == s.xpos[w]
                if heads[i, w + 1] == s.heads[w]:
                    uas += 1
                    label = known.labels[labels[i, w + 1]]
                    las += label == s.labels[w]
                    las_universal += label.split(":")[0] == s.labels[w].split(":")[0]
    model.train()
    share = lambda n: round(100 * n / total, 2)
    result = {"upos": share(upos), "xpos": share(xpos), "uas": share(uas), "las": share(las)}
    result["las_universal"] = share(las_universal)
    if guesses:
        pair = torch.tensor([guesses, truths])
        result["pearson"] = round(torch.corrcoef(pair)[0, 1].item(), 4)
        result["sign_f1"] = round(_sign_f1(guesses, truths), 4)
    return result


def _sign_f1(guesses, truths) -> float:
    """Macro F1 over the two signs."""
    scores = []
    for sign in (True, False):
        pairs = Counter(((g > 0) == sign, (t > 0) == sign) for g, t in zip(guesses, truths))
        scores.append(2 * pairs[True, True] / (2 * pairs[True, True] + pairs[True, False] + pairs[False, True]))
    return sum(scores) / 2


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--gold", required=True)
    options.add_argument("--base", required=True, help="folder with model.safetensors and vocab.txt of all-MiniLM-L6-v2")
    options.add_argument("--out", required=True)
    options.add_argument("--epochs", type=int, default=16, help="length of the schedule")
    options.add_argument("--stop-after", type=int, default=0, help="epochs after which to stop, if before its end")
    options.add_argument("--start", help="weights of an earlier stage to go on from, with a new schedule")
    options.add_argument("--rate", type=float, default=2e-4)
    options.add_argument("--head-rate", type=float, default=1.5e-3)
    options.add_argument("--freeze", type=int, default=0, help="leave the piece table and so many lower layers as they are")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--bfloat16", action="store_true")
    o = options.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    rng = random.Random(o.seed)

    pieces = WordPieces(os.path.join(o.base, "vocab.txt"))
    train = [s for s in read_conllu(os.path.join(o.gold, "syntax/ewt-train.conllu")) if len(s) <= MAX_WORDS]
    dev = read_conllu(os.path.join(o.gold, "syntax/ewt-dev.conllu"))
    facts = read_factuality(os.path.join(o.gold, "factuality/uds-train.jsonl"))
    dev_facts = read_factuality(os.path.join(o.gold, "factuality/uds-dev.jsonl"))
    known = inventory(train)

    model = Reader(len(known.upos), len(known.xpos), len(known.labels))
    load_base(model, os.path.join(o.base, "model.safetensors"))
    if o.start:
        model.load_state_dict(torch.load(o.start, weights_only=True)["weights"])
    if o.freeze:
        for part in (model.word, model.position, model.norm, *model.layers[: o.freeze]):
            part.requires_grad_(False)
        for table in (model.shape, model.initial, model.glued, model.regime):
            table.requires_grad_(False)
    optimiser = torch.optim.AdamW(_groups(model, o), betas=(0.9, 0.98), eps=1e-8, fused=True)
    steps = o.epochs * len(make_batches(train, pieces, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, steps))
    average = {name: p.detach().clone() for name, p in model.named_parameters()}
    step, started = 0, time.time()
    for epoch in range(o.stop_after or o.epochs):
        total = 0.0
        batches = make_batches([augmented(s, rng) for s in train], pieces, rng)
        for batch in batches:
            data = tensors(batch, pieces, known, facts, rng)
            with torch.autocast("cpu", torch.bfloat16, enabled=o.bfloat16):
                loss = losses(model, data)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad(set_to_none=True)
            step += 1
            total += loss.item()
            if step % AVERAGE_EVERY == 0:
                decay = min(0.998, (1 + step) / (10 + step)) ** AVERAGE_EVERY
                for name, p in model.named_parameters():
                    if p.requires_grad:
                        average[name].lerp_(p.detach(), 1 - decay)
            if step % 200 == 0:
                print(f"step {step}/{steps} loss {total / (step % len(batches) or 1):.3f} {time.time() - started:.0f} s", flush=True)
        own = {name: p.detach().clone() for name, p in model.named_parameters()}
        model.load_state_dict(average)
        print(f"epoch {epoch + 1} {evaluate(model, dev, pieces, known, dev_facts)} {time.time() - started:.0f} s", flush=True)
        torch.save({"weights": model.state_dict(), "inventory": known.__dict__}, o.out + ".part")
        os.replace(o.out + ".part", o.out)
        model.load_state_dict(own)


def _groups(model: Reader, o) -> list[dict]:
    encoder, heads = [], []
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        (encoder if name.split(".")[0] in ("word", "position", "norm", "layers") else heads).append((name, p))
    plain = lambda pairs, decay: [p for n, p in pairs if (p.dim() > 1) == decay]
    return [
        {"params": plain(pairs, decay), "lr": rate, "weight_decay": 0.01 if decay else 0.0}
        for pairs, rate in ((encoder, o.rate), (heads, o.head_rate))
        for decay in (True, False)
    ]


def _rate(step: int, steps: int) -> float:
    warm = min(300, steps // 10)
    if step < warm:
        return (step + 1) / warm
    return 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm))) * 0.98 + 0.02


if __name__ == "__main__":
    main()
