"""The best tree with one root: greedy heads where they form one, else Chu-Liu/Edmonds. src/read/annotate/best-tree.ts mirrors it."""

from __future__ import annotations


def best_tree(scores: list[list[float]]) -> list[int]:
    """scores[dependent][head] over 0..n with 0 as the root; returns the heads of 1..n."""
    n = len(scores) - 1
    greedy = [max(range(n + 1), key=lambda h: scores[d][h]) for d in range(1, n + 1)]
    if greedy.count(0) == 1 and not _cycle([-1] + greedy):
        return greedy
    # One root: a penalty that no sum of arcs can outweigh leaves the fewest root arcs possible, which is one.
    penalised = [row[:] for row in scores]
    for d in range(1, n + 1):
        penalised[d][0] -= 1e5
    return _edmonds(penalised)[1:]


def _cycle(heads: list[int]) -> list[int]:
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        path = []
        node = start
        while node > 0 and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if node > 0 and state[node] == 1 and node in path:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def _edmonds(scores: list[list[float]]) -> list[int]:
    n = len(scores)
    heads = [-1] + [max((h for h in range(n) if h != d), key=lambda h: scores[d][h]) for d in range(1, n)]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [v for v in range(n) if v not in inside]
    new_index = {v: i for i, v in enumerate(outside)}
    c = len(outside)
    contracted = [[-1e9] * (c + 1) for _ in range(c + 1)]
    enter: dict[int, int] = {}
    leave: dict[int, int] = {}
    for d in outside:
        for h in outside:
            if d != h:
                contracted[new_index[d]][new_index[h]] = scores[d][h]
        if d != 0:
            leave[d] = max(cycle, key=lambda h: scores[d][h])
            contracted[new_index[d]][c] = scores[d][leave[d]]
    for h in outside:
        enter[h] = max(cycle, key=lambda d: scores[d][h] - scores[d][heads[d]])
        contracted[c][new_index[h]] = scores[enter[h]][h] - scores[enter[h]][heads[enter[h]]]
    solved = _edmonds(contracted)
    result = heads[:]
    for d in outside:
        if d != 0:
            head = solved[new_index[d]]
            result[d] = leave[d] if head == c else outside[head]
    entering = outside[solved[c]]
    result[enter[entering]] = entering
    return result
