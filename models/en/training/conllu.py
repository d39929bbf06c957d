"""CoNLL-U sentences as plain lists of words; multiword tokens keep only their spacing, empty nodes are left out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Sentence:
    id: str
    forms: list[str]
    lemmas: list[str]
    upos: list[str]
    xpos: list[str]
    heads: list[int]  # 0 is the root, else 1-based
    labels: list[str]
    glued: list[bool]  # no space before the word

    def __len__(self) -> int:
        return len(self.forms)


def read_conllu(path: str) -> list[Sentence]:
    sentences: list[Sentence] = []
    with open(path, encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            sentence = _read_block(block)
            if sentence:
                sentences.append(sentence)
    return sentences


def _read_block(block: str) -> Sentence | None:
    out = Sentence("", [], [], [], [], [], [], [])
    glued = False
    inside_until, space_after_group = 0, True
    for line in block.split("\n"):
        if line.startswith("# sent_id = "):
            out.id = line[12:].strip()
        if not line or line.startswith("#"):
            continue
        column = line.split("\t")
        if "." in column[0]:
            continue
        space_after = "SpaceAfter=No" not in column[9]
        if "-" in column[0]:
            inside_until, space_after_group = int(column[0].split("-")[1]), space_after
            continue
        out.forms.append(column[1])
        out.lemmas.append(column[2])
        out.upos.append(column[3])
        out.xpos.append(column[4])
        out.heads.append(int(column[6]))
        out.labels.append(column[7])
        out.glued.append(glued)
        number = int(column[0])
        if number < inside_until:
            glued = True
        elif number == inside_until:
            glued = not space_after_group
        else:
            glued = not space_after
    return out if out.forms else None
