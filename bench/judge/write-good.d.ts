declare module 'write-good' {
  /** Suggestions for a text, each with place and reason. */
  const writeGood: (
    text: string,
  ) => readonly { readonly index: number; readonly offset: number; readonly reason: string }[];
  export default writeGood;
}
