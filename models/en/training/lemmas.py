"""Writes lemmas.txt: what the treebank says of every inflected form it saw, and irregular forms it did not see.

    python lemmas.py --gold ../../../../shared/gold --out ../
"""

from __future__ import annotations

import argparse
import os
from collections import Counter, defaultdict

from conllu import read_conllu

# Open classes are listed where the lemma differs from the form; closed ones always, because no rule makes "him" "he".
SAME_LEFT_OUT = {"NN", "JJ", "RB", "VB", "VBP", "CD", "NNP"}
LEFT_OUT = {"NNP", "CD", "FW", "ADD", "LS", "SYM", "GW", "XX", "AFX", "HYPH", ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "NFP"}


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--gold", required=True)
    options.add_argument("--out", required=True)
    o = options.parse_args()
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in read_conllu(os.path.join(o.gold, "syntax/ewt-train.conllu")):
        for form, lemma, xpos in zip(sentence.forms, sentence.lemmas, sentence.xpos):
            if xpos not in LEFT_OUT and lemma != "_":
                seen[xpos, form.lower().replace("\u2019", "'")][lemma] += 1
    rows = {}
    for (xpos, form), lemmas in seen.items():
        lemma, count = lemmas.most_common(1)[0]
        if lemma == form and xpos in SAME_LEFT_OUT:
            continue
        # An open-class form whose lemma is capitalised by chance ("Visit" in a title) is left to the rules.
        if xpos not in ("NNPS", "PRP") and lemma != lemma.lower():
            continue
        rows[xpos, form] = lemma
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "irregular-verbs.txt"), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                base, past, participle = line.split()
                for xpos, forms in (("VBD", past), ("VBN", participle)):
                    for form in forms.split("/"):
                        rows.setdefault((xpos, form), base)
    with open(os.path.join(o.out, "lemmas.txt"), "w", encoding="utf-8") as file:
        for (xpos, form), lemma in sorted(rows.items()):
            file.write(f"{xpos}\t{form}\t{lemma}\n")
    print(len(rows), "rows")


if __name__ == "__main__":
    main()
