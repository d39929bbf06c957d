"""Averages the weights of runs that began from the same weights: better than either, at the cost of one.

    python average.py runs/a.pt runs/b.pt --out runs/reader.pt
"""

from __future__ import annotations

import argparse

import torch


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("runs", nargs="+")
    options.add_argument("--out", required=True)
    o = options.parse_args()
    saved = [torch.load(path, weights_only=True) for path in o.runs]
    if any(run["inventory"] != saved[0]["inventory"] for run in saved):
        raise SystemExit("the runs were trained on different inventories of tags")
    weights = {name: sum(run["weights"][name] for run in saved) / len(saved) for name in saved[0]["weights"]}
    torch.save({"weights": weights, "inventory": saved[0]["inventory"]}, o.out)


if __name__ == "__main__":
    main()
