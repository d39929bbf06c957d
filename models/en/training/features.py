"""What the network sees of a word: its uncased pieces and a shape class. src/read/annotate/{word-pieces,word-shape}.ts mirror this file."""

from __future__ import annotations

import unicodedata

MAX_PIECES_PER_WORD = 10
MAX_CHARACTERS_PER_WORD = 60
PAD, UNK, CLS, SEP = 0, 100, 101, 102

# Shape classes. A row of the shape table is class + SHAPES * (initial + 2 * (glued + 2 * regime)).
NONE, LOWER, CAPITALISED, ALL_CAPS, SINGLE_CAPITAL, MIXED, DIGITS, DIGITS_AND_LETTERS, MARK, DOTTED_CAPS = range(10)
SHAPES = 10
# Whether case says anything in this sentence.
REGIME_MIXED, REGIME_ALL_CAPS, REGIME_TITLE, REGIME_LOWER = range(4)
SHAPE_ROWS = SHAPES * 2 * 2 * 4


def word_shape(form: str) -> int:
    letters = [c for c in form if c.isalpha()]
    has_digit = any(c.isdigit() for c in form)
    if not letters:
        return DIGITS if has_digit else MARK
    if has_digit:
        return DIGITS_AND_LETTERS
    upper = sum(1 for c in letters if c.isupper())
    if upper == 0:
        return LOWER
    if upper == len(letters):
        if len(letters) == 1:
            return SINGLE_CAPITAL
        return DOTTED_CAPS if "." in form else ALL_CAPS
    if letters[0].isupper() and upper == 1:
        return CAPITALISED
    return MIXED


def case_regime(forms: list[str]) -> int:
    shapes = [word_shape(f) for f in forms]
    alphabetic = [(s, f) for s, f in zip(shapes, forms) if s not in (DIGITS, MARK)]
    if len(alphabetic) < 3:
        return REGIME_MIXED
    upper = sum(1 for s, _ in alphabetic if s in (ALL_CAPS, SINGLE_CAPITAL, DOTTED_CAPS))
    lower = sum(1 for s, _ in alphabetic if s == LOWER)
    long_lower = sum(1 for s, f in alphabetic if s == LOWER and len(f) > 4)
    capitalised = sum(1 for s, _ in alphabetic if s in (CAPITALISED, MIXED))
    if upper >= 0.8 * len(alphabetic):
        return REGIME_ALL_CAPS
    if lower == len(alphabetic):
        return REGIME_LOWER
    if long_lower == 0 and capitalised >= 0.5 * len(alphabetic):
        return REGIME_TITLE
    return REGIME_MIXED


def shape_rows(forms: list[str], glued: list[bool]) -> list[int]:
    regime = case_regime(forms)
    rows: list[int] = []
    seen_word = False
    for form, is_glued in zip(forms, glued):
        shape = word_shape(form)
        initial = not seen_word
        if shape != MARK:
            seen_word = True
        rows.append(shape + SHAPES * (int(initial) + 2 * (int(is_glued) + 2 * regime)))
    return rows


def _is_mark(c: str) -> bool:
    code = ord(c)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(c)[0] == "P"


def _is_cjk(c: str) -> bool:
    return 0x4E00 <= ord(c) <= 0x9FFF or 0x3400 <= ord(c) <= 0x4DBF or 0xF900 <= ord(c) <= 0xFAFF


class WordPieces:
    """BERT's uncased WordPiece, one word at a time, with a cap on pieces so that a hostile word costs no more than any other."""

    def __init__(self, vocabulary: str):
        with open(vocabulary, encoding="utf-8") as file:
            self.rows = {piece.rstrip("\n"): row for row, piece in enumerate(file)}
        self._known: dict[str, list[int]] = {}

    def pieces(self, form: str) -> list[int]:
        if form not in self._known:
            self._known[form] = self._split(form)
        return self._known[form]

    def _split(self, form: str) -> list[int]:
        text = unicodedata.normalize("NFD", form[:MAX_CHARACTERS_PER_WORD].lower())
        parts: list[str] = []
        current = ""
        for c in text:
            category = unicodedata.category(c)
            if category == "Mn" or category in ("Cc", "Cf") or c in ("\u0000", "\ufffd"):
                continue
            if c.isspace():
                if current:
                    parts.append(current)
                    current = ""
                continue
            if _is_mark(c) or _is_cjk(c):
                if current:
                    parts.append(current)
                    current = ""
                parts.append(c)
            else:
                current += c
        if current:
            parts.append(current)
        rows = [row for part in parts for row in self._greedy(part)]
        return rows[:MAX_PIECES_PER_WORD] or [UNK]

    def _greedy(self, part: str) -> list[int]:
        rows: list[int] = []
        start = 0
        while start < len(part):
            end = len(part)
            row = None
            while end > start:
                row = self.rows.get(("##" if start else "") + part[start:end])
                if row is not None:
                    break
                end -= 1
            if row is None:
                return [UNK]
            rows.append(row)
            start = end
        return rows
