/** Pieces of a batch, padding included: enough to keep the cores busy, small enough to stay in their caches. */
const PIECES_PER_BATCH = 512;
/** Arc and label scores grow with the square of the sentence: bounds their memory. */
const PAIRS_PER_BATCH = 60_000;

/**
 * Indices of sentences in batches of like length.
 *
 * @param lengths pieces of each sentence
 */
export function* batches(lengths: readonly number[]): Generator<number[]> {
  const order = lengths.map((_, index) => index).sort((a, b) => lengths[a]! - lengths[b]! || a - b);
  let batch: number[] = [];
  for (const index of order) {
    const length = lengths[index]!;
    const size = batch.length + 1;
    if (batch.length > 0 && (size * length > PIECES_PER_BATCH || size * length * length > PAIRS_PER_BATCH)) {
      yield batch;
      batch = [];
    }
    batch.push(index);
  }
  if (batch.length > 0) yield batch;
}
