// The same properties are tried with the same values in every run; `WATCHFLOOR_SEED=…` tries others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['WATCHFLOOR_SEED'] ?? 20_240_618) });
