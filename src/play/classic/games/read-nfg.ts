import { GambitTokens } from './gambit-tokens.ts';
import type { NormalForm } from './game.ts';
import { type Rational, ZERO } from './rational.ts';

const MOST_PROFILES = 1_000_000;

/**
 * Reads Gambit's `.nfg`, payoff and outcome version, numbers exactly.
 *
 * @throws WatchfloorError `play.bad-game` with file and line
 */
export const readNfg = (text: string, file = 'game.nfg'): NormalForm => {
  const tokens = new GambitTokens(text, file);
  tokens.word('NFG');
  tokens.word('1');
  const kind = tokens.expect('word', 'R or D');
  if (kind !== 'R' && kind !== 'D') throw tokens.error(`R or D expected, found "${kind}"`);
  const title = tokens.expect('string', 'the title');
  const players = tokens.list(() => tokens.expect('string', 'a player'), 'players');
  const strategies = tokens.list(() => {
    if (tokens.peek()?.kind === '{') return tokens.list(() => tokens.expect('string', 'a strategy'), 'strategies');
    const count = tokens.integer('the number of strategies');
    return Array.from({ length: Math.max(0, count) }, (_, index) => String(index + 1));
  }, 'strategies');
  if (strategies.length !== players.length)
    throw tokens.error(`${players.length} players, but strategies of ${strategies.length}`);
  if (strategies.some((own) => own.length === 0)) throw tokens.error('a player has no strategy');
  tokens.optionalString();
  const profiles = strategies.reduce((product, own) => product * own.length, 1);
  if (profiles > MOST_PROFILES) throw tokens.error(`${profiles} profiles are more than ${MOST_PROFILES}`);
  const payoffs: Rational[][] = players.map(() => []);
  if (tokens.peek()?.kind === '{') {
    const outcomes = tokens.list(() => {
      const payoffsOf: Rational[] = [];
      tokens.expect('{', 'an outcome');
      tokens.optionalString();
      while (tokens.peek()?.kind !== '}') payoffsOf.push(tokens.number('a payoff'));
      tokens.next();
      return payoffsOf;
    }, 'outcomes');
    outcomes.forEach((outcome, index) => {
      if (outcome.length !== players.length)
        throw tokens.error(`outcome ${index + 1} has ${outcome.length} payoffs for ${players.length} players`);
    });
    for (let profile = 0; profile < profiles; profile++) {
      const index = tokens.integer('an outcome');
      if (index < 0 || index > outcomes.length) throw tokens.error(`outcome ${index} does not exist`);
      payoffs.forEach((own, player) => {
        own.push(index === 0 ? ZERO : ((outcomes[index - 1] as Rational[])[player] as Rational));
      });
    }
  } else {
    for (let profile = 0; profile < profiles; profile++) for (const own of payoffs) own.push(tokens.number('a payoff'));
  }
  if (!tokens.done)
    throw tokens.error(`${profiles} profiles are filled, and the file goes on with "${tokens.peek()?.text}"`);
  return { title, players, strategies, payoffs };
};
