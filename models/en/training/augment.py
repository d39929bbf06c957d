"""News is not the web of EWT: the same trees in headline case, in capitals, with curly quotes, without the last stop."""

from __future__ import annotations

import random
from dataclasses import replace

from conllu import Sentence

SMALL_WORDS = set("a an and as at but by for from if in nor of off on or over per so the to up via vs with".split())


def augmented(sentence: Sentence, rng: random.Random) -> Sentence:
    """A changed copy with probability of about a quarter, else the sentence itself. Trees and tags stay as they are."""
    draw = rng.random()
    if draw < 0.04:
        sentence = replace(sentence, forms=[f.upper() for f in sentence.forms])
    elif draw < 0.08:
        sentence = replace(sentence, forms=[_title(f, i) for i, f in enumerate(sentence.forms)])
    elif draw < 0.10:
        sentence = replace(sentence, forms=[f.lower() for f in sentence.forms])
    if rng.random() < 0.3:
        sentence = replace(sentence, forms=_curly(sentence))
    if rng.random() < 0.08:
        sentence = _without_last_stop(sentence)
    if rng.random() < 0.08:  # text that comes with a space around every mark
        sentence = replace(sentence, glued=[False] * len(sentence))
    if rng.random() < 0.3:
        sentence = replace(sentence, forms=[_united_states(f, rng) for f in sentence.forms])
    return sentence


def _united_states(form: str, rng: random.Random) -> str:
    return rng.choice(["US", "U.S.", "USA"]) if form in ("US", "U.S.", "USA", "U.S") else form


def _title(form: str, index: int) -> str:
    return form if index and form.lower() in SMALL_WORDS else form[:1].upper() + form[1:]


def _curly(sentence: Sentence) -> list[str]:
    forms: list[str] = []
    open_quote = False
    for form in sentence.forms:
        if form == '"':
            form = "\u201d" if open_quote else "\u201c"
            open_quote = not open_quote
        elif "'" in form:
            form = form.replace("'", "\u2019")
        elif form == "--":
            form = "\u2014"
        forms.append(form)
    return forms


def _without_last_stop(sentence: Sentence) -> Sentence:
    last = len(sentence)
    if last < 4 or sentence.forms[-1] not in (".", "!") or last in sentence.heads:
        return sentence
    cut = slice(0, last - 1)
    return replace(
        sentence,
        forms=sentence.forms[cut],
        lemmas=sentence.lemmas[cut],
        upos=sentence.upos[cut],
        xpos=sentence.xpos[cut],
        heads=sentence.heads[cut],
        labels=sentence.labels[cut],
        glued=sentence.glued[cut],
    )
