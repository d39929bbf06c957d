"""The standard scenario at look-ahead 0 in numpy (all runs at once) and in plain Python (one after another), for bench/play. Reads the model as JSON from standard input."""
import json, math, random, sys, time

model, runs, mode = json.load(sys.stdin), int(sys.argv[1]), sys.argv[2]
INIT, WEIGHTS, OPTIONS, TURNS = model["init"], model["weights"], model["options"], model["turns"]
TOP = 3


def plain():
    rng = random.Random(1)
    war = 0
    for _ in range(runs):
        x, ladder = list(INIT), 0
        precision = [rng.uniform(2, 6) for _ in OPTIONS]
        reached = 0
        for _ in range(TURNS):
            chosen = []
            for a, options in enumerate(OPTIONS):
                w = WEIGHTS[a]
                best, pick = -math.inf, None
                base = sum(w[v] * x[v] for v in range(len(x)))
                for k, option in enumerate(options):
                    if k == 7 and ladder > 1:
                        continue
                    u = base
                    for change in option["changes"]:
                        v = change["variable"]
                        u += w[v] * (min(max(x[v] + change["by"], 0), 1) - x[v])
                    p = option["p"]
                    u += w[-1] * (p * min(ladder + 1, TOP) + (1 - p) * ladder) / 3
                    score = precision[a] * u - math.log(-math.log(rng.random()))
                    if score > best:
                        best, pick = score, option
                chosen.append(pick)
            step = [0.0] * len(x)
            up = 0
            for option in chosen:
                for change in option["changes"]:
                    step[change["variable"]] += change["by"]
                if option["p"] and rng.random() < option["p"]:
                    up += 1
            x = [min(max(a + b, 0), 1) for a, b in zip(x, step)]
            ladder = min(ladder + up, TOP)
            reached = max(reached, ladder)
        war += reached == TOP
    return war / runs


def vectors():
    import numpy as np

    rng = np.random.default_rng(1)
    n = len(INIT)
    x = np.tile(np.array(INIT), (runs, 1))
    ladder = np.zeros(runs)
    reached = np.zeros(runs)
    precision = rng.uniform(2, 6, (runs, len(OPTIONS)))
    changes = np.zeros((len(OPTIONS), 8, n))
    chance = np.zeros((len(OPTIONS), 8))
    for a, options in enumerate(OPTIONS):
        for k, option in enumerate(options):
            chance[a, k] = option["p"]
            for change in option["changes"]:
                changes[a, k, change["variable"]] += change["by"]
    for _ in range(TURNS):
        step = np.zeros_like(x)
        up = np.zeros(runs)
        for a in range(len(OPTIONS)):
            w = np.array(WEIGHTS[a])
            u = np.empty((runs, 8))
            for k in range(8):
                u[:, k] = np.clip(x + changes[a, k], 0, 1) @ w[:-1] + w[-1] * (chance[a, k] * np.minimum(ladder + 1, TOP) + (1 - chance[a, k]) * ladder) / 3
            u[ladder > 1, 7] = -np.inf
            pick = np.argmax(precision[:, a : a + 1] * u + rng.gumbel(size=u.shape), axis=1)
            step += changes[a, pick]
            up += rng.random(runs) < chance[a, pick]
        x = np.clip(x + step, 0, 1)
        ladder = np.minimum(ladder + up, TOP)
        reached = np.maximum(reached, ladder)
    return float((reached == TOP).mean())


started = time.process_time()
share = plain() if mode == "plain" else vectors()
print(json.dumps({"seconds": time.process_time() - started, "war": share}))
