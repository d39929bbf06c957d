/** The nouns that all stages share. Each stage is an entry of its own: `watchfloor/read`, `watchfloor/situation` … */
export * from './model/index.ts';
