/** When something happened, or until when it had not. Times are whole turns from 1. */
export interface TimedEvents {
  readonly times: ArrayLike<number>;
  /** Per run: 0 for none by `time` (censored), 1, 2 … for the cause. */
  readonly causes: ArrayLike<number>;
  readonly turns: number;
}

/** Kaplan–Meier estimate (1958) of the share without any event after each turn 1 … turns. */
export const kaplanMeier = ({ times, causes, turns }: TimedEvents): readonly number[] => {
  const { atRisk, events } = countEvents({ times, causes, turns }, 0);
  const survival: number[] = [];
  let share = 1;
  for (let turn = 1; turn <= turns; turn++) {
    const risk = atRisk[turn] as number;
    if (risk > 0) share *= 1 - (events[turn] as number) / risk;
    survival.push(share);
  }
  return survival;
};

/**
 * Aalen–Johansen estimate (1978) of cumulative incidence: the share with an event of this cause by the end of each turn, other causes competing.
 * Without censoring before the last turn it is the plain share.
 */
export const cumulativeIncidence = (events: TimedEvents, cause: number): readonly number[] => {
  const survival = kaplanMeier(events);
  const { atRisk, events: own } = countEvents(events, cause);
  const incidence: number[] = [];
  let total = 0;
  for (let turn = 1; turn <= events.turns; turn++) {
    const risk = atRisk[turn] as number;
    if (risk > 0) total += ((turn === 1 ? 1 : (survival[turn - 2] as number)) * (own[turn] as number)) / risk;
    incidence.push(total);
  }
  return incidence;
};

/** Runs still without event before each turn, and events in it; cause 0 counts all. */
const countEvents = (
  { times, causes, turns }: TimedEvents,
  cause: number,
): { readonly atRisk: Float64Array; readonly events: Float64Array } => {
  const leaving = new Float64Array(turns + 2);
  const events = new Float64Array(turns + 2);
  for (let i = 0; i < times.length; i++) {
    const time = Math.min(times[i] as number, turns);
    leaving[time] = (leaving[time] as number) + 1;
    if (causes[i] !== 0 && (cause === 0 || causes[i] === cause)) events[time] = (events[time] as number) + 1;
  }
  const atRisk = new Float64Array(turns + 2);
  let left = times.length;
  for (let turn = 0; turn <= turns; turn++) {
    atRisk[turn] = left;
    left -= leaving[turn] as number;
  }
  return { atRisk, events };
};

/** The first turn by which a cumulative share reaches one half of its final value; null when it stays at 0. */
export const medianTurn = (incidence: readonly number[]): number | null => {
  const last = incidence.at(-1) ?? 0;
  const at = incidence.findIndex((share) => share >= last / 2);
  return last > 0 ? at + 1 : null;
};
