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
const OUTPUTS = ['upos', 'xpos', 'arcs', 'label_d', 'label_h', 'happened'] as const;
/** Places that the encoder knows, those of the two frame marks taken off. */
const MOST_PIECES = 510;
/** Width of the vectors from which the label of an arc is read. */
const LABEL_WIDTH = 128;

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

/** The trained network of a model folder: a session for words and arcs, one for the labels of the chosen arcs. */
export class Network {
  private readonly reader: InferenceSession;
  private readonly labeller: InferenceSession;
  private readonly TensorOf: typeof Tensor;
  private readonly wordPieces: WordPieces;
  private readonly inventory: Inventory;

  private constructor(
    reader: InferenceSession,
    labeller: InferenceSession,
    TensorOf: typeof Tensor,
    wordPieces: WordPieces,
    inventory: Inventory,
  ) {
    this.reader = reader;
    this.labeller = labeller;
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
    const open = async (name: string): Promise<InferenceSession> => {
      const file = join(folder, name);
      try {
        return await ort.InferenceSession.create(file, {
          intraOpNumThreads: threads,
          interOpNumThreads: 1,
          executionMode: 'sequential',
          graphOptimizationLevel: 'all',
          logSeverityLevel: 3,
          // Waiting threads sleep: a library must not burn its host's cores between two operators.
          extra: { session: { intra_op: { allow_spinning: '0' } } },
        });
      } catch (cause) {
        throw new WatchfloorError(
          'read.model-missing',
          `The network ${file} cannot be loaded; restore the folder, or set WATCHFLOOR_MODEL_DIR to one that has it.`,
          { file },
          { cause },
        );
      }
    };
    return new Network(
      await open('reader.onnx'),
      await open('labels.onnx'),
      ort.Tensor,
      new WordPieces(vocabulary),
      known,
    );
  }

  /** How common a word in lower case is; see {@link WordPieces.rankOf}. */
  rankOf(form: string): number {
    return this.wordPieces.rankOf(form);
  }

  /** Number of pieces that a sentence takes, its two frame marks included. */
  lengthOf({ forms }: NetworkInput): number {
    return 2 + this.piecesOf(forms).reduce((sum, pieces) => sum + pieces.length, 0);
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
    const out = await this.reader.run(
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
    const ints = (name: 'upos' | 'xpos'): Int32Array => out[name]!.data as Int32Array;
    const floats = (name: 'arcs' | 'label_d' | 'label_h' | 'happened'): Float32Array => out[name]!.data as Float32Array;
    const [upos, xpos, arcs, happened] = [ints('upos'), ints('xpos'), floats('arcs'), floats('happened')];
    const heads = batch.map(({ forms }, index) => {
      const at = (dependent: number, head: number): number => (index * words + dependent) * words + head;
      return bestTree((dependent, head) => arcs[at(dependent, head)]!, forms.length);
    });
    const labels = await this.labelsOf(heads, floats('label_d'), floats('label_h'), words);
    return batch.map(({ forms }, index) => {
      const row = index * words;
      return {
        upos: forms.map((_, word) => this.inventory.upos[upos[row + word + 1]!]!),
        xpos: forms.map((_, word) => this.inventory.xpos[xpos[row + word + 1]!]!),
        heads: heads[index]!.map((head) => head - 1),
        labels: labels[index]!,
        happened: forms.map((_, word) => happened[row + word + 1]!),
      };
    });
  }

  /** The label of every word's arc, given its head; `words` rows a sentence in both vectors. */
  private async labelsOf(
    heads: readonly (readonly number[])[],
    dependentVectors: Float32Array,
    headVectors: Float32Array,
    words: number,
  ): Promise<string[][]> {
    const count = heads.reduce((sum, sentence) => sum + sentence.length, 0);
    const dependents = new Float32Array(count * LABEL_WIDTH);
    const ofHeads = new Float32Array(count * LABEL_WIDTH);
    let at = 0;
    heads.forEach((sentence, index) => {
      sentence.forEach((head, word) => {
        const [dependentRow, headRow] = [index * words + word + 1, index * words + head];
        dependents.set(dependentVectors.subarray(dependentRow * LABEL_WIDTH, (dependentRow + 1) * LABEL_WIDTH), at);
        ofHeads.set(headVectors.subarray(headRow * LABEL_WIDTH, (headRow + 1) * LABEL_WIDTH), at);
        at += LABEL_WIDTH;
      });
    });
    const rows = (data: Float32Array): Tensor => new this.TensorOf('float32', data, [count, LABEL_WIDTH]);
    const out = await this.labeller.run({ dependents: rows(dependents), heads: rows(ofHeads) });
    const labels = out['labels']!.data as Int32Array;
    let next = 0;
    return heads.map((sentence) =>
      sentence.map((head) => {
        const label = this.inventory.labels[labels[next++]!]!;
        return head === 0 ? 'root' : label;
      }),
    );
  }

  async close(): Promise<void> {
    await this.reader.release();
    await this.labeller.release();
  }

  /** The pieces of every word; in a sentence that has too many, only the first few of each. */
  private piecesOf(forms: readonly string[]): (readonly number[])[] {
    const pieces = forms.map((form) => this.wordPieces.piecesOf(form));
    const total = pieces.reduce((sum, { length }) => sum + length, 0);
    if (total <= MOST_PIECES) return pieces;
    const most = Math.floor(MOST_PIECES / forms.length);
    if (most === 0) {
      throw new WatchfloorError(
        'read.sentence-too-long',
        `A sentence of ${forms.length} words is longer than the ${MOST_PIECES} that the network takes; cut it first.`,
      );
    }
    return pieces.map((row) => row.slice(0, most));
  }

  private encode({ forms, glued }: NetworkInput): Encoded {
    const encoded: Encoded = { pieces: [PIECE.start], shapes: [NO_SHAPE], first: [0], last: [0] };
    const rows = shapeRows(forms, glued);
    this.piecesOf(forms).forEach((pieces, word) => {
      encoded.first.push(encoded.pieces.length);
      for (const piece of pieces) {
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
