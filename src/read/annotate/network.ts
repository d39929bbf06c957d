import { join } from 'node:path';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { z } from 'zod';
import { WatchfloorError } from '../../model/index.ts';
import { bestTree } from './best-tree.ts';
import { readModelFile } from './model-folder.ts';
import { PIECE, WordPieces } from './word-pieces.ts';
import { NO_SHAPE, shapeRows } from './word-shape.ts';

const INVENTORY = z.object({
  version: z.literal(1),
  upos: z.array(z.string()),
  xpos: z.array(z.string()),
  labels: z.array(z.string()),
});
type Inventory = z.infer<typeof INVENTORY>;
const OUTPUTS = ['upos', 'xpos', 'arcs', 'labels', 'happened'] as const;

/** The words of one sentence as the network takes them. */
export interface NetworkInput {
  readonly forms: readonly string[];
  /** Whether a word stands right behind the one before, without a space. */
  readonly glued: readonly boolean[];
}

/** What the network says of one sentence, an entry a word. Heads count from 0 within the sentence, −1 for the root. */
export interface NetworkOutput {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  readonly labels: readonly string[];
  readonly happened: readonly number[];
}

interface Encoded {
  readonly pieces: number[];
  readonly shapes: number[];
  readonly first: number[];
  readonly last: number[];
}

/** The trained network of a model folder: one session, used for one batch after the other. */
export class Network {
  private readonly session: InferenceSession;
  private readonly TensorOf: typeof Tensor;
  private readonly wordPieces: WordPieces;
  private readonly inventory: Inventory;

  private constructor(
    session: InferenceSession,
    TensorOf: typeof Tensor,
    wordPieces: WordPieces,
    inventory: Inventory,
  ) {
    this.session = session;
    this.TensorOf = TensorOf;
    this.wordPieces = wordPieces;
    this.inventory = inventory;
  }

  /**
   * @param folder holds reader.onnx, reader.json and vocabulary.txt
   * @throws WatchfloorError `read.model-missing` where a file is missing, `read.model-invalid` where one does not fit
   */
  static async load(folder: string, threads: number): Promise<Network> {
    const [vocabulary, inventory] = await Promise.all([
      readModelFile(folder, 'vocabulary.txt'),
      readModelFile(folder, 'reader.json'),
    ]);
    const known = parseInventory(folder, inventory);
    const ort = await loadRuntime();
    try {
      const session = await ort.InferenceSession.create(join(folder, 'reader.onnx'), {
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        executionMode: 'sequential',
        graphOptimizationLevel: 'all',
        logSeverityLevel: 3,
      });
      return new Network(session, ort.Tensor, new WordPieces(vocabulary), known);
    } catch (cause) {
      throw new WatchfloorError(
        'read.model-missing',
        `The network ${join(folder, 'reader.onnx')} could not be loaded; restore the folder from the release.`,
        { file: join(folder, 'reader.onnx') },
        { cause },
      );
    }
  }

  /** Number of pieces that a sentence takes, its two frame marks included. */
  lengthOf(input: NetworkInput): number {
    let length = 2;
    for (const form of input.forms) length += this.wordPieces.piecesOf(form).length;
    return length;
  }

  /** Reads a batch. Sentences of like length together waste least. */
  async read(batch: readonly NetworkInput[]): Promise<NetworkOutput[]> {
    const encoded = batch.map((input) => this.encode(input));
    const width = Math.max(...encoded.map((sentence) => sentence.pieces.length));
    const words = Math.max(...encoded.map((sentence) => sentence.first.length));
    const filled = (values: (sentence: Encoded, index: number) => readonly number[], size: number): Int32Array => {
      const out = new Int32Array(batch.length * size);
      encoded.forEach((sentence, index) => {
        out.set(values(sentence, index), index * size);
      });
      return out;
    };
    const tensor = (data: Int32Array, ...dims: number[]): Tensor => new this.TensorOf('int32', data, dims);
    const from =
      (index: number) =>
      (piece: number): number =>
        index * width + piece;
    const out = await this.session.run(
      {
        pieces: tensor(
          filled((sentence) => sentence.pieces, width),
          batch.length,
          width,
        ),
        shapes: tensor(
          filled((sentence) => sentence.shapes, width),
          batch.length,
          width,
        ),
        lengths: tensor(
          Int32Array.from(encoded, (sentence) => sentence.pieces.length),
          batch.length,
        ),
        first: tensor(
          filled((sentence, index) => sentence.first.map(from(index)), words),
          batch.length,
          words,
        ),
        last: tensor(
          filled((sentence, index) => sentence.last.map(from(index)), words),
          batch.length,
          words,
        ),
      },
      OUTPUTS,
    );
    const ints = (name: 'upos' | 'xpos' | 'labels'): Int32Array => out[name]!.data as Int32Array;
    const floats = (name: 'arcs' | 'happened'): Float32Array => out[name]!.data as Float32Array;
    const [upos, xpos, labels, arcs, happened] = [
      ints('upos'),
      ints('xpos'),
      ints('labels'),
      floats('arcs'),
      floats('happened'),
    ];
    return batch.map(({ forms }, index) => {
      const row = index * words;
      const pair = (dependent: number, head: number): number => (row + dependent) * words + head;
      const heads = bestTree((dependent, head) => arcs[pair(dependent, head)]!, forms.length);
      return {
        upos: forms.map((_, word) => this.inventory.upos[upos[row + word + 1]!]!),
        xpos: forms.map((_, word) => this.inventory.xpos[xpos[row + word + 1]!]!),
        heads: heads.map((head) => head - 1),
        labels: heads.map((head, word) =>
          head === 0 ? 'root' : this.inventory.labels[labels[pair(word + 1, head)]!]!,
        ),
        happened: forms.map((_, word) => happened[row + word + 1]!),
      };
    });
  }

  async close(): Promise<void> {
    await this.session.release();
  }

  private encode({ forms, glued }: NetworkInput): Encoded {
    const encoded: Encoded = { pieces: [PIECE.start], shapes: [NO_SHAPE], first: [0], last: [0] };
    const rows = shapeRows(forms, glued);
    forms.forEach((form, word) => {
      encoded.first.push(encoded.pieces.length);
      for (const piece of this.wordPieces.piecesOf(form)) {
        encoded.pieces.push(piece);
        encoded.shapes.push(rows[word]!);
      }
      encoded.last.push(encoded.pieces.length - 1);
    });
    encoded.pieces.push(PIECE.end);
    encoded.shapes.push(NO_SHAPE);
    return encoded;
  }
}

const loadRuntime = async (): Promise<typeof import('onnxruntime-node')> => {
  // Releases after 1.27 send usage data and write an identifier into the home folder unless told not to.
  process.env['ORT_TELEMETRY_DISABLED'] ??= '1';
  return await import('onnxruntime-node');
};

const parseInventory = (folder: string, text: string): Inventory => {
  const file = join(folder, 'reader.json');
  try {
    return INVENTORY.parse(JSON.parse(text));
  } catch (cause) {
    throw new WatchfloorError(
      'read.model-invalid',
      `${file} does not describe a network of this version of Watchfloor; use the model folder of the same release.`,
      { file },
      { cause },
    );
  }
};
