/**
 * Works on several items at once and yields the results in the items' order, each as soon as it and those before it are
 * there: a result never waits for a later item. A consumer that stops early stops the source; `work` must not throw.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const source = items[Symbol.asyncIterator]();
  const running: Promise<Result>[] = [];
  let pending: Promise<IteratorResult<Item>> | undefined;
  let ended = false;
  try {
    while (!ended || running.length > 0) {
      if (!ended && running.length < atOnce) pending ??= source.next();
      const [first] = running;
      const result = first?.then((value) => ({ value }));
      const item = pending?.then((taken) => ({ taken }));
      const came = await Promise.race([result, item].filter((one) => one !== undefined));
      if ('value' in came) {
        running.shift();
        yield came.value;
        continue;
      }
      pending = undefined;
      if (came.taken.done) ended = true;
      else running.push(work(came.taken.value));
    }
  } finally {
    await source.return?.();
  }
}
