import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

async function* of<Item>(...items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
const collect = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};

describe('inOrder', () => {
  it('keeps the order whatever finishes first, and works on no more at once than it may', async () => {
    let [now, most] = [0, 0];
    const work = async (ms: number): Promise<number> => {
      most = Math.max(most, ++now);
      await wait(ms);
      now--;
      return ms;
    };
    expect(await collect(inOrder(of(30, 1, 20, 2, 10), 3, work))).toEqual([30, 1, 20, 2, 10]);
    expect(most).toBe(3);
  });

  it('gives a result before the next item is there', async () => {
    let answered: () => void = () => undefined;
    const answer = new Promise<void>((resolve) => {
      answered = resolve;
    });
    async function* conversation(): AsyncGenerator<number> {
      yield 1;
      await answer;
      yield 2;
    }
    const got: number[] = [];
    for await (const result of inOrder(conversation(), 4, async (item) => item)) {
      got.push(result);
      answered();
    }
    expect(got).toEqual([1, 2]);
  });

  it('stops its source when the consumer stops', async () => {
    let stopped = false;
    async function* endless(): AsyncGenerator<number> {
      try {
        for (let number = 0; ; number++) yield number;
      } finally {
        stopped = true;
      }
    }
    for await (const result of inOrder(endless(), 2, async (item) => item)) if (result === 3) break;
    expect(stopped).toBe(true);
  });

  it('yields nothing for nothing', async () => {
    expect(await collect(inOrder(of<number>(), 2, async (item) => item))).toEqual([]);
  });
});
