import { availableParallelism } from 'node:os';
import type { AnnotatedSentence, Annotation, Token } from './annotation.ts';
import { batches } from './batches.ts';
import { Lemmas } from './lemma.ts';
import { modelFolder, readModelFile } from './model-folder.ts';
import { Network, type NetworkInput, type NetworkOutput } from './network.ts';
import { paragraphsOf } from './paragraphs.ts';
import { sentencesOf } from './sentences.ts';
import { type RawToken, tokenize } from './tokens.ts';

export interface AnnotatorOptions {
  /** Folder of the network; by default `WATCHFLOOR_MODEL_DIR`, else the one that comes with the package. */
  readonly folder?: string;
  /** Threads of the network, two by default. */
  readonly threads?: number;
}

export interface Annotator {
  /** Sentences, tokens and trees of a text, offsets into it. Takes any string; memory beyond the result stays bounded. */
  annotate(text: string): Promise<Annotation>;
  /** The trees of sentences that are cut into words already, in the same order. */
  parse(sentences: readonly NetworkInput[]): Promise<(NetworkOutput & { readonly lemmas: readonly string[] })[]>;
  /** Gives the network's memory back. */
  close(): Promise<void>;
}

/** Sentences that are read ahead and sorted by length before they go through the network. */
const SENTENCES_AHEAD = 1_024;

interface RawSentence {
  readonly paragraph: number;
  readonly tokens: readonly RawToken[];
}

/**
 * The annotator of English news text. The network is loaded at the first text and shared by all that follow.
 *
 * @example
 * const annotator = await createAnnotator();
 * const { sentences } = await annotator.annotate('Japan lifted the ban. Nobody objected.');
 */
export const createAnnotator = async (options: AnnotatorOptions = {}): Promise<Annotator> => {
  const folder = options.folder ?? modelFolder();
  const threads = options.threads ?? Math.min(2, availableParallelism());
  let loading: Promise<{ network: Network; lemmas: Lemmas }> | undefined;
  const load = (): Promise<{ network: Network; lemmas: Lemmas }> => {
    loading ??= loadModel(folder, threads).catch((reason: unknown) => {
      loading = undefined;
      throw reason;
    });
    return loading;
  };
  return {
    async annotate(text) {
      const sentences: AnnotatedSentence[] = [];
      let ahead: RawSentence[] = [];
      const flush = async (): Promise<void> => {
        const { network, lemmas } = await load();
        const inputs = ahead.map(({ tokens }) => inputOf(text, tokens));
        const outputs = await readAll(network, inputs);
        ahead.forEach((raw, index) => {
          sentences.push(sentenceOf(raw, sentences.length, inputs[index]!, outputs[index]!, lemmas));
        });
        ahead = [];
      };
      for (const sentence of rawSentences(text)) {
        ahead.push(sentence);
        if (ahead.length >= SENTENCES_AHEAD) await flush();
      }
      if (ahead.length > 0) await flush();
      return { text, sentences };
    },
    async parse(sentences) {
      const { network, lemmas } = await load();
      const outputs = await readAll(network, sentences);
      return outputs.map((output, index) => ({
        ...output,
        lemmas: sentences[index]!.forms.map((form, word) =>
          lemmas.lemmaOf(form, output.upos[word]!, output.xpos[word]!),
        ),
      }));
    },
    async close() {
      if (loading !== undefined) await (await loading).network.close();
      loading = undefined;
    },
  };
};

/** Sentences and tokens alone, without a tree: needs no network. */
export function* rawSentences(text: string): Generator<RawSentence> {
  for (const [paragraph, { start, end }] of paragraphsOf(text).entries()) {
    for (const tokens of sentencesOf(text, tokenize(text, start, end))) yield { paragraph, tokens };
  }
}

const loadModel = async (folder: string, threads: number): Promise<{ network: Network; lemmas: Lemmas }> => {
  const [network, lemmas] = await Promise.all([Network.load(folder, threads), readModelFile(folder, 'lemmas.txt')]);
  return { network, lemmas: new Lemmas(lemmas, (form) => network.rankOf(form)) };
};

const readAll = async (network: Network, inputs: readonly NetworkInput[]): Promise<NetworkOutput[]> => {
  const outputs: NetworkOutput[] = [];
  for (const batch of batches(inputs.map((input) => network.lengthOf(input)))) {
    const read = await network.read(batch.map((index) => inputs[index]!));
    for (const [position, index] of batch.entries()) outputs[index] = read[position]!;
  }
  return outputs;
};

const inputOf = (text: string, tokens: readonly RawToken[]): NetworkInput => ({
  forms: tokens.map(({ start, end }) => text.slice(start, end)),
  glued: tokens.map(({ glued }, index) => glued && index > 0),
});

const sentenceOf = (
  { paragraph, tokens }: RawSentence,
  index: number,
  { forms }: NetworkInput,
  output: NetworkOutput,
  lemmas: Lemmas,
): AnnotatedSentence => ({
  index,
  paragraph,
  start: tokens[0]!.start,
  end: tokens.at(-1)!.end,
  tokens: tokens.map(({ start, end }, at): Token => {
    const [form, upos, xpos] = [forms[at]!, output.upos[at]!, output.xpos[at]!];
    const token = {
      start,
      end,
      text: form,
      lemma: lemmas.lemmaOf(form, upos, xpos),
      upos,
      xpos,
      head: output.heads[at]!,
      deprel: output.labels[at]!,
    };
    return upos === 'VERB' ? { ...token, happened: output.happened[at]! } : token;
  }),
});
