/** One measured figure beside what it should reach. */
export interface Row {
  readonly what: string;
  /** The data it is measured on. */
  readonly on: string;
  readonly value: number;
  readonly reach?: number;
  readonly aim?: number;
  /** Unit, or a remark. */
  readonly note?: string;
  /** Less is better. */
  readonly low?: boolean;
}
