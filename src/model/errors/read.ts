export const readErrors = {
  'read.model-missing': {
    meaning: 'A file of the language model is missing or cannot be loaded.',
    remedy:
      'Restore models/en from the release, or set WATCHFLOOR_MODEL_DIR to a folder that holds reader.onnx, reader.json, vocabulary.txt and lemmas.txt.',
  },
  'read.sentence-too-long': {
    meaning:
      'A sentence that was handed to the parser in words is longer than the network takes. Raw text is cut before it comes there.',
    remedy: 'Cut the sentence, or hand over the raw text.',
  },
  'read.model-invalid': {
    meaning: 'The language model was made for another version of Watchfloor.',
    remedy: 'Use the model folder that came with this release, or train one with the code in models/en/training.',
  },
  'read.lexicon-unreadable': {
    meaning: 'A lexicon file that you named does not exist or may not be opened.',
    remedy: 'Check the path and the permissions of the file.',
  },
  'read.lexicon-invalid': {
    meaning: 'A lexicon file of your own holds something that is no lexicon entry.',
    remedy: 'The error names line, column and entry; docs/lexicon.md shows the form of each section.',
  },
} as const;
