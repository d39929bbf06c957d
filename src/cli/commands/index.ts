import type { CommandEntry } from '../command.ts';

/** Every command, in the order that help lists them: the way from a text to a brief. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'read',
    summary: 'read articles: who did what to whom, who says so, how much, when, how likely',
    load: () => import('./read.ts'),
  },
  {
    name: 'case',
    summary: 'keep documents and readings in a case on disk: init, add, list, show, remove, export',
    load: () => import('./case.ts'),
  },
  {
    name: 'search',
    summary: 'find words in the documents of a case',
    load: () => import('./search.ts'),
  },
  {
    name: 'brief',
    summary: 'make a sourced brief of one text or many: page, Markdown, JSON, tables, graph',
    load: () => import('./brief.ts'),
  },
  {
    name: 'judge',
    summary: 'weigh hypotheses against evidence: matrix, four scores, what moves them, suggestions, report',
    load: () => import('./judge.ts'),
  },
  {
    name: 'forecast',
    summary: 'ask, estimate, resolve and score: the track record of analysts, scenarios and columns',
    load: () => import('./forecast.ts'),
  },
  {
    name: 'lint',
    summary: 'check how a text words its judgements: likelihood, sources, dates, loaded words',
    load: () => import('./lint.ts'),
  },
  {
    name: 'scale',
    summary: 'likelihood words to numbers and back, on ICD 203, PHIA, Kent or a scale of your own',
    load: () => import('./scale.ts'),
  },
  {
    name: 'play',
    summary: 'play a scenario: thousands of seeded runs, what drives the outcome, what tells futures apart',
    load: () => import('./play.ts'),
  },
  {
    name: 'bargain',
    summary: 'the spatial model of bargaining on a table of actors',
    load: () => import('./bargain.ts'),
  },
  {
    name: 'game',
    summary: 'solve a small game from a Gambit file: equilibria, quantal response, fitted precision',
    load: () => import('./game.ts'),
  },
  {
    name: 'listen',
    summary: 'speak an article: MP3, captions, chapters, transcript and a page that plays them',
    load: () => import('./listen.ts'),
  },
  {
    name: 'feed',
    summary: 'publish a case or texts as podcast RSS, JSON Feed and Atom',
    load: () => import('./feed.ts'),
  },
  {
    name: 'newsletter',
    summary: 'a brief as an e-mail, to a file or a mail server',
    load: () => import('./newsletter.ts'),
  },
];
