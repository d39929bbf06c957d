import type { ExtensiveForm, GameNode } from './game.ts';
import { formatRational } from './rational.ts';

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

/** The game in Gambit's `.efg`, numbers exactly. */
export const writeEfg = ({ title, players, root }: ExtensiveForm): string => {
  const lines = [`EFG 2 R ${quoted(title)} { ${players.map(quoted).join(' ')} }`, ''];
  const numbers = new Map<string, number>();
  let [chances, outcomes] = [0, 0];
  const numberOf = (player: number, key: string): number => {
    const full = `${player}|${key}`;
    const known = numbers.get(full);
    if (known !== undefined) return known;
    const next = [...numbers.keys()].filter((other) => other.startsWith(`${player}|`)).length + 1;
    numbers.set(full, next);
    return next;
  };
  const visit = (node: GameNode): void => {
    switch (node.kind) {
      case 'terminal':
        lines.push(`t "" ${++outcomes} "" { ${node.payoffs.map(formatRational).join(', ')} }`);
        return;
      case 'chance': {
        const moves = node.actions.map(
          (action, index) =>
            `${quoted(action)} ${formatRational(node.probabilities[index] as (typeof node.probabilities)[number])}`,
        );
        lines.push(`c "" ${++chances} "" { ${moves.join(' ')} } 0`);
        break;
      }
      case 'decision':
        lines.push(
          `p "" ${node.player + 1} ${numberOf(node.player, node.infoset)} ${quoted(node.name)} { ${node.actions.map(quoted).join(' ')} } 0`,
        );
        break;
    }
    node.children.forEach(visit);
  };
  visit(root);
  return `${lines.join('\n')}\n`;
};
