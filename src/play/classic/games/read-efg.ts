import { GambitTokens } from './gambit-tokens.ts';
import type { ExtensiveForm, GameNode } from './game.ts';
import { add, compare, ONE, type Rational, sum, ZERO } from './rational.ts';

const DEEPEST = 1_000;

interface KnownInfoset {
  readonly name: string;
  readonly actions: readonly string[];
  readonly probabilities: readonly Rational[];
}

/**
 * Reads Gambit's `.efg`, numbers exactly. Payoffs on the way are paid at the ends they lead to.
 *
 * @throws WatchfloorError `play.bad-game` with file and line
 */
export const readEfg = (text: string, file = 'game.efg'): ExtensiveForm => {
  const tokens = new GambitTokens(text, file);
  tokens.word('EFG');
  tokens.word('2');
  tokens.expect('word', 'R or D');
  const title = tokens.expect('string', 'the title');
  const players = tokens.list(() => tokens.expect('string', 'a player'), 'players');
  if (players.length === 0) throw tokens.error('it has no players');
  tokens.optionalString();
  const known = new Map<string, KnownInfoset>();
  const outcomes = new Map<number, readonly Rational[]>();

  const infoset = (key: string, withChances: boolean): KnownInfoset => {
    const name = tokens.optionalString();
    if (tokens.peek()?.kind !== '{') {
      const earlier = known.get(key);
      if (!earlier) throw tokens.error('the actions of an information set are missing');
      return earlier;
    }
    const actions: string[] = [];
    const probabilities: Rational[] = [];
    tokens.list(() => {
      actions.push(tokens.expect('string', 'an action'));
      if (withChances) probabilities.push(tokens.number('a chance'));
    }, 'actions');
    if (actions.length === 0) throw tokens.error('an information set has no actions');
    if (withChances && compare(sum(probabilities), ONE) !== 0)
      throw tokens.error('the chances of a chance move do not sum to 1');
    const earlier = known.get(key);
    if (earlier && earlier.actions.join('\u0000') !== actions.join('\u0000'))
      throw tokens.error('an information set has other actions than before');
    const found = { name: name || `set ${key}`, actions, probabilities };
    known.set(key, found);
    return found;
  };

  const outcome = (): readonly Rational[] | undefined => {
    const index = tokens.integer('an outcome');
    tokens.optionalString();
    if (tokens.peek()?.kind === '{') {
      const payoffs = tokens.list(() => tokens.number('a payoff'), 'payoffs');
      if (payoffs.length !== players.length)
        throw tokens.error(`an outcome has ${payoffs.length} payoffs for ${players.length} players`);
      outcomes.set(index, payoffs);
    }
    if (index === 0) return undefined;
    const payoffs = outcomes.get(index);
    if (!payoffs) throw tokens.error(`outcome ${index} is nowhere given`);
    return payoffs;
  };

  const node = (paid: readonly Rational[], depth: number): GameNode => {
    if (depth > DEEPEST) throw tokens.error(`it is deeper than ${DEEPEST} moves`);
    const kind = tokens.expect('word', 'c, p or t');
    tokens.optionalString();
    const pay = (): readonly Rational[] => {
      const extra = outcome();
      return extra ? paid.map((value, player) => add(value, extra[player] as Rational)) : paid;
    };
    if (kind === 't') return { kind: 'terminal', payoffs: pay() };
    if (kind === 'c') {
      const { actions, probabilities } = infoset(`chance ${tokens.integer('an information set')}`, true);
      const now = pay();
      return { kind: 'chance', actions, probabilities, children: actions.map(() => node(now, depth + 1)) };
    }
    if (kind !== 'p') throw tokens.error(`c, p or t expected, found "${kind}"`);
    const player = tokens.integer('a player') - 1;
    if (player < 0 || player >= players.length) throw tokens.error(`player ${player + 1} does not exist`);
    const key = `${player + 1}:${tokens.integer('an information set')}`;
    const { name, actions } = infoset(key, false);
    const now = pay();
    return { kind: 'decision', player, infoset: key, name, actions, children: actions.map(() => node(now, depth + 1)) };
  };

  const root = node(
    players.map(() => ZERO),
    0,
  );
  if (!tokens.done) throw tokens.error(`the tree is complete, and the file goes on with "${tokens.peek()?.text}"`);
  return { title, players, root };
};
