import type { Action, Model } from '../language/model.ts';
import { emit, type Surroundings } from './emit-expression.ts';
import {
  emitUtility,
  type Moment,
  momentAfter,
  sumOf,
  type UtilityTerm,
  utilityTerms,
  type Writer,
} from './emit-step.ts';

/** Utility of an option that is not available; below every utility that passes the check for finite numbers. */
const NONE = 'NONE';

const direct = (writer: Writer, slot: (index: number) => string): Surroundings => ({
  layout: writer.layout,
  sites: writer.sites,
  slot,
});

/** Reads of `S` collected into constants at the top of a function: `const s3=S[3];`. */
const hoisted = (writer: Writer): { readonly at: Surroundings; readonly reads: () => string } => {
  const used = new Set<number>();
  const at = direct(writer, (index) => {
    used.add(index);
    return `s${index}`;
  });
  return {
    at,
    reads: () =>
      [...used]
        .sort((a, b) => a - b)
        .map((index) => `const s${index}=S[${index}];`)
        .join(''),
  };
};

/** Whether an option can be chosen; empty when it always can. */
const availability = (writer: Writer, action: Action, at: Surroundings): string => {
  const parts: string[] = [];
  if (action.requires) parts.push(emit(action.requires, at));
  if (action.unlockedBy.length > 0)
    parts.push(`(${action.unlockedBy.map((line) => `${at.slot(writer.layout.crossed(line))}===1`).join('||')})`);
  return parts.join('&&');
};

/** Branches of an option: those of its chance list, and the rest when they do not surely use up the probability. */
interface BranchCase {
  readonly branch: number | null;
  readonly p: string;
}

const branchCases = (action: Action, at: Surroundings): readonly BranchCase[] => {
  if (action.chance.length === 0) return [{ branch: null, p: '1' }];
  const cases = action.chance.map(
    ({ p }, branch): BranchCase => ({ branch, p: p.kind === 'number' ? String(p.value) : `unit(${emit(p, at)})` }),
  );
  const constant = action.chance.every(({ p }) => p.kind === 'number');
  const rest = 1 - action.chance.reduce((sum, { p }) => sum + (p.kind === 'number' ? p.value : 0), 0);
  if (constant && rest <= 1e-12) return cases;
  return [
    ...cases,
    { branch: null, p: constant ? String(rest) : `Math.max(0,1-${cases.map(({ p }) => p).join('-')})` },
  ];
};

/**
 * A utility after an option: where few of its terms are touched, the sum before it with these terms exchanged, else the terms added up anew. Within rounding the
 * same, and the exchange is what makes look-ahead fast.
 */
const valueText = (terms: readonly UtilityTerm[], w: number, after: Moment): string => {
  const { changed } = after;
  const touched = terms.map(({ slots }) => [...slots].some((slot) => changed.has(slot)));
  const count = touched.filter(Boolean).length;
  if (count === 0) return `b${w}`;
  if (count * 2 > terms.length)
    return sumOf(terms.map(({ sign, write }, t) => ({ sign, text: touched[t] ? write(after) : `b${w}_${t}` })));
  const exchanged = terms.flatMap(({ sign, write }, t) => (touched[t] ? [`${sign}(${write(after)}-b${w}_${t})`] : []));
  return `b${w}${exchanged.join('')}`;
};

/** `(S,P)` → utility of the actor in a state. */
const utilityFunction = (writer: Writer, actor: number): string =>
  `(S,P)=>${emitUtility(
    writer,
    actor,
    direct(writer, (index) => `S[${index}]`),
  )}`;

/**
 * The code that works out, for every option of `decider`, the expected utility of each of `watchers` right after it: constants `v{w}_{k}`, `NONE` where the option
 * is not available. Terms that an option does not touch are taken from before it.
 */
const optionValues = (writer: Writer, decider: number, watchers: readonly number[], at: Surroundings): string => {
  const actor = writer.model.actors[decider] as Model['actors'][number];
  const terms = watchers.map((watcher) => utilityTerms(writer, watcher));
  const base = terms
    .map((list, w) => {
      const parts = list.map((term, t) => `const b${w}_${t}=${term.write(at)};`).join('');
      return `${parts}const b${w}=${sumOf(list.map(({ sign }, t) => ({ sign, text: `b${w}_${t}` })))};`;
    })
    .join('');
  const options = actor.actions.map((action, k) => {
    const declared = watchers.map((_, w) => `let v${w}_${k}=${w === 0 ? NONE : '0'};`).join('');
    const cases = branchCases(action, at).map(({ branch, p }, c) => {
      const after = momentAfter(writer, decider, k, branch, `k${k}_${c}_`, at);
      const values = terms.map((list, w) => valueText(list, w, after));
      const assign = values
        .map((value, w) =>
          p === '1' ? `v${w}_${k}=${value};` : c === 0 ? `v${w}_${k}=${p}*(${value});` : `v${w}_${k}+=${p}*(${value});`,
        )
        .join('');
      return after.statements.join('') + assign;
    });
    const condition = availability(writer, action, at);
    return `${declared}${condition ? `if(${condition}){${cases.map((text) => `{${text}}`).join('')}}` : cases.map((text) => `{${text}}`).join('')}`;
  });
  return base + options.join('\n');
};

/** `(S,P,V)`: writes the expected utility of every option, look-ahead 0, into V. */
const valuesFunction = (writer: Writer, actor: number): string => {
  const { at, reads } = hoisted(writer);
  const body = optionValues(writer, actor, [actor], at);
  const count = writer.model.actors[actor]?.actions.length ?? 0;
  return `(S,P,V)=>{${reads()}${body}${Array.from({ length: count }, (_, k) => `V[${k}]=v0_${k};`).join('')}}`;
};

/**
 * `(S,P,L,own)` → expected utility of `watcher` after `decider` has chosen at look-ahead 0 with precision L; the decider's own goes into own[0].
 * The inner loop of every look-ahead.
 */
const replyFunction = (writer: Writer, decider: number, watcher: number): string => {
  const { at, reads } = hoisted(writer);
  const body = optionValues(writer, decider, [decider, watcher], at);
  const actor = writer.model.actors[decider] as Model['actors'][number];
  const options = actor.actions.map((_, k) => k);
  const always = actor.actions.map(({ requires, unlockedBy }) => requires === null && unlockedBy.length === 0);
  const best = `let m=v0_0;${options
    .slice(1)
    .map((k) => `if(v0_${k}>m)m=v0_${k};`)
    .join('')}`;
  const weight = (k: number): string =>
    actor.rule === 'best' ? `(v0_${k}===m?1:0)` : k === 0 && options.length === 1 ? '1' : `Math.exp(L*(v0_${k}-m))`;
  const sums = options
    .map((k) => `${always[k] ? '' : `if(v0_${k}!==${NONE})`}{const e=${weight(k)};z+=e;x+=e*v0_${k};y+=e*v1_${k};}`)
    .join('');
  return `(S,P,L,own)=>{${reads()}${body}${best}let z=0,x=0,y=0;${sums}own[0]=x/z;return y/z;}`;
};

/** `(S,P,D)`: the whole state after an option and branch, red lines included, into D. `D` may be `S`. */
const applyFunction = (writer: Writer, actor: number, action: number, branch: number | null): string => {
  const { at, reads } = hoisted(writer);
  const after = momentAfter(writer, actor, action, branch, 'k', at);
  const writes = [...after.changed].map((slot) => [slot, after.slot(slot)] as const);
  return `(S,P,D)=>{${reads()}${after.statements.join('')}if(D!==S)for(let i=0;i<${writer.layout.size};i++)D[i]=S[i];${writes.map(([slot, value]) => `D[${slot}]=${value};`).join('')}}`;
};

/** `(S,P)` → probability of a branch. */
const branchFunction = (p: string): string => `(S,P)=>${p}`;

export interface ActorSource {
  readonly utility: string;
  readonly values: string;
  /** Per watcher. */
  readonly replies: readonly string[];
  readonly precision: string;
  readonly actions: readonly {
    readonly available: string | null;
    readonly branches: readonly { readonly branch: number | null; readonly p: string; readonly apply: string }[];
  }[];
}

export const emitActor = (writer: Writer, index: number): ActorSource => {
  const actor = writer.model.actors[index] as Model['actors'][number];
  const at = direct(writer, (slot) => `S[${slot}]`);
  return {
    utility: utilityFunction(writer, index),
    values: valuesFunction(writer, index),
    replies: writer.model.actors.map((_, watcher) => replyFunction(writer, index, watcher)),
    precision: `(P)=>Math.max(0,${emit(actor.precision, at)})`,
    actions: actor.actions.map((action, k) => {
      const condition = availability(writer, action, at);
      return {
        available: condition ? `(S,P)=>${condition}` : null,
        branches: branchCases(action, at).map(({ branch, p }) => ({
          branch,
          p: branchFunction(p),
          apply: applyFunction(writer, index, k, branch),
        })),
      };
    }),
  };
};
