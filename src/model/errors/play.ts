export const playErrors = {
  'play.bad-actors': {
    meaning: 'The table of a bargaining model has too few actors, a missing column, or a value out of its range.',
    remedy: 'Correct the actor that is named; docs/play-bargaining.md shows the columns.',
  },
} as const;
