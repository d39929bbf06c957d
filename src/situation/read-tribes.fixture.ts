import type { SignedEdge } from './signed-graph.ts';

/** Alliance and enmity among sixteen tribes of the eastern central highlands of New Guinea (Read 1954): 58 edges. */
const FRIENDS: Readonly<Record<string, string>> = {
  Kotun: 'Gavev',
  Nagad: 'Gavev Kotun',
  Gama: 'Gavev Kotun Nagad',
  Alika: 'Ove',
  Gahuk: 'Ove',
  Masil: 'Ove Nagam Gahuk',
  Ukudz: 'Ove Alika Gahuk Masil',
  Notoh: 'Nagam',
  Seuve: 'Nagam Uheto',
  Geham: 'Gahuk Masil Ukudz',
  Asaro: 'Gahuk Masil Ukudz Geham',
  Uheto: 'Masil Notoh Kohik',
  Kohik: 'Notoh',
};

const FOES: Readonly<Record<string, string>> = {
  Ove: 'Gavev Kotun',
  Alika: 'Gavev',
  Nagam: 'Gavev Kotun',
  Gahuk: 'Gavev Kotun',
  Asaro: 'Gavev',
  Notoh: 'Kotun Gahuk',
  Kohik: 'Kotun',
  Nagad: 'Nagam Notoh Kohik Geham Asaro Uheto',
  Gama: 'Nagam Gahuk Geham Asaro Uheto Seuve',
  Uheto: 'Gahuk Geham',
  Seuve: 'Ukudz Asaro',
  Geham: 'Notoh Kohik',
};

const edges = (of: Readonly<Record<string, string>>, sign: 1 | -1): SignedEdge[] =>
  Object.entries(of).flatMap(([a, others]) => others.split(' ').map((b) => ({ a, b, sign })));

export const READ_TRIBES: readonly SignedEdge[] = [...edges(FRIENDS, 1), ...edges(FOES, -1)];
