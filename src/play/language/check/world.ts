import type { Scope } from '../expression/scope.ts';
import { UNKNOWN_NUMBER } from '../expression/unknown.ts';
import type { Observable, Shock } from '../model.ts';
import { checkEffects } from './effects.ts';
import { expressionOf } from './expressions.ts';
import type { Field } from './field.ts';
import { visibility } from './state.ts';

const MAX_LAG = 1000;

export const checkShocks = (root: Field, scope: Scope): readonly Shock[] =>
  root
    .child('shocks')
    .entries('shocks')
    .flatMap(([name, entry]) => {
      if (!entry.shape(['p', 'when', 'effects', 'once', 'title'], ['p', 'effects'])) return [];
      const p = entry.child('p').missing
        ? UNKNOWN_NUMBER
        : expressionOf(entry.child('p'), scope, 'situation', 'number');
      const when = entry.child('when');
      const condition = when.missing ? null : expressionOf(when, scope, 'situation', 'boolean');
      const effects = checkEffects(entry.child('effects'), scope);
      const title = entry.child('title').text() ?? name.replaceAll('_', ' ');
      return [{ name, title, p, when: condition, effects, once: entry.child('once').flag() }];
    });

export const checkObservables = (root: Field, scope: Scope): readonly Observable[] =>
  root
    .child('observables')
    .entries('observables')
    .flatMap(([name, entry]) => {
      if (!entry.shape(['title', 'hit', 'detect', 'false_alarm', 'lag', 'seen_by'], ['hit', 'detect', 'false_alarm']))
        return [];
      const hit = entry.child('hit').missing ? null : expressionOf(entry.child('hit'), scope, 'situation', 'boolean');
      const detect = entry.child('detect').missing
        ? null
        : expressionOf(entry.child('detect'), scope, 'parameters', 'number');
      const falseAlarm = entry.child('false_alarm').missing
        ? null
        : expressionOf(entry.child('false_alarm'), scope, 'parameters', 'number');
      const lag = entry.child('lag').whole(0, MAX_LAG) ?? 0;
      const everybody = [...scope.actors.keys()].map(() => true);
      const seenBy = visibility(entry.child('seen_by'), scope, everybody);
      const title = entry.child('title').text() ?? name.replaceAll('_', ' ');
      return hit && detect && falseAlarm ? [{ name, title, hit, detect, falseAlarm, lag, seenBy }] : [];
    });
