// The standard scenario at look-ahead 0 as a boardgame.io game, for bench/play: each actor's option is a move, effects and chance are the game's, the choice is made outside as a bot's is.
// `node bench/play/boardgame.mjs FOLDER RUNS` with the model as JSON on standard input; FOLDER is where boardgame.io is installed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [, , folder, runs] = process.argv;
const { Client } = createRequire(join(folder, 'from.js'))('boardgame.io/client');
const { init, weights, options, turns } = JSON.parse(readFileSync(0, 'utf8'));
const TOP = 3;
const clamp = (x) => Math.min(Math.max(x, 0), 1);

const game = {
  setup: () => ({ x: [...init], ladder: 0, reached: 0, played: 0, chosen: [] }),
  moves: {
    choose: ({ G, playerID }, k) => {
      G.chosen[Number(playerID)] = k;
    },
  },
  turn: {
    minMoves: 1,
    maxMoves: 1,
    onEnd: ({ G, ctx, random }) => {
      if (ctx.playOrderPos < options.length - 1) return;
      const step = init.map(() => 0);
      let up = 0;
      G.chosen.forEach((k, actor) => {
        const { changes, p } = options[actor][k];
        for (const { variable, by } of changes) step[variable] += by;
        if (p > 0 && random.Number() < p) up++;
      });
      G.x = G.x.map((value, v) => clamp(value + step[v]));
      G.ladder = Math.min(G.ladder + up, TOP);
      G.reached = Math.max(G.reached, G.ladder);
      G.played++;
    },
  },
  endIf: ({ G }) => (G.played >= turns ? { war: G.reached === TOP } : undefined),
};

const pick = ({ x, ladder }, actor, precision) => {
  const own = weights[actor];
  const base = x.reduce((sum, value, v) => sum + own[v] * value, 0);
  let [best, chosen] = [-Infinity, 0];
  options[actor].forEach(({ changes, p }, k) => {
    if (k === 7 && ladder > 1) return;
    let u = base;
    for (const { variable, by } of changes) u += own[variable] * (clamp(x[variable] + by) - x[variable]);
    u += (own.at(-1) * (p * Math.min(ladder + 1, TOP) + (1 - p) * ladder)) / TOP;
    const score = precision * u - Math.log(-Math.log(Math.random()));
    if (score > best) [best, chosen] = [score, k];
  });
  return chosen;
};

const started = process.cpuUsage();
let war = 0;
for (let run = 0; run < Number(runs); run++) {
  const client = Client({ game: { ...game, seed: String(run) }, numPlayers: options.length, debug: false });
  client.start();
  const precision = options.map(() => 2 + 4 * Math.random());
  for (let state = client.getState(); !state.ctx.gameover; state = client.getState()) {
    const actor = Number(state.ctx.currentPlayer);
    client.moves.choose(pick(state.G, actor, precision[actor]));
  }
  if (client.getState().ctx.gameover.war) war++;
  client.stop();
}
process.stdout.write(JSON.stringify({ seconds: process.cpuUsage(started).user / 1e6, war: war / Number(runs) }));
