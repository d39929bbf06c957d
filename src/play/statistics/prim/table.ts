/** Cases for scenario discovery: one column an input, and which cases are of interest. All of one length. */
export interface DiscoveryTable {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  /** 1 where the outcome of interest came about. */
  readonly interest: Uint8Array;
}

/** Closed bounds on one input; infinite where that side is free. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** @throws RangeError where there is nothing to discover from */
export const checkTable = ({ names, columns, interest }: DiscoveryTable): void => {
  if (names.length === 0) throw new RangeError('there is no input column');
  if (columns.length !== names.length) throw new RangeError(`${names.length} names, but ${columns.length} columns`);
  if (columns.some((column) => column.length !== interest.length))
    throw new RangeError('the columns are of unequal length');
  if (columns.some((column) => column.some((value) => !Number.isFinite(value))))
    throw new RangeError('an input value is no finite number');
  const hits = interest.reduce((sum, one) => sum + one, 0);
  if (hits === 0) throw new RangeError('no case is of interest');
  if (hits === interest.length) throw new RangeError('every case is of interest');
};
