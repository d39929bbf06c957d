export const listenErrors = {
  'listen.nothing-to-say': {
    meaning:
      'After furniture, links, emoji and text in scripts that the voice cannot speak were set aside, no word was left.',
    remedy:
      'Check the input with `watchfloor read --document-only`: what was set aside, and why, is in `removed`. For another script choose a voice of that language.',
  },
  'listen.voice-unknown': {
    meaning: 'The name given to --voice or --quote-voice is no voice that Watchfloor knows.',
    remedy: 'Run `watchfloor listen --voices` for the voices of this machine.',
  },
  'listen.voice-unavailable': {
    meaning:
      'The voice is known, but what it needs is not on this machine: the program is not installed or the model file cannot be read.',
    remedy: 'Install the program or correct the path, or leave --voice out: the built-in voice needs nothing.',
  },
  'listen.voice-failed': {
    meaning: 'The voice could not speak a sentence: its engine stopped with an error or gave back no sound.',
    remedy:
      'Try another voice. If the built-in voice fails, please report the sentence: nothing that one can write should make it fail.',
  },
  'listen.lexicon-invalid': {
    meaning: 'An entry of a pronunciation lexicon is neither a row of ARPAbet phones nor a respelling in plain words.',
    remedy:
      'Write `Name: N EY1 M` (ARPAbet, a stress digit on each vowel, `/` between words) or `Name: { say: naim }`; docs/listen.md lists the phones.',
  },
  'listen.speed-out-of-range': {
    meaning: 'The speaking rate is outside what the voices can do intelligibly.',
    remedy:
      'Give --speed a number from 0.5 to 2; 1 is the pace of the voice. The player can also change the pace later.',
  },
  'feed.address-invalid': {
    meaning:
      'A feed needs an absolute http(s) address under which its files will stand, and none that parses was given.',
    remedy: 'Give --base-url the address of the folder that you will upload, for example https://example.org/briefs/.',
  },
  'feed.nothing-to-publish': {
    meaning: 'No text could be put into the feed, or none has a date and a feed needs one.',
    remedy: 'See the messages about the single texts; for undated ones give --date (YYYY-MM-DD).',
  },
  'newsletter.date-missing': {
    meaning: 'A letter bears a date. None of the texts gives one, and Watchfloor does not take it from the clock.',
    remedy: 'Give --date YYYY-MM-DD.',
  },
  'newsletter.address-invalid': {
    meaning: 'A sender or recipient is no e-mail address.',
    remedy: 'Write `name@example.org` or `Name <name@example.org>`; several recipients are separated by commas.',
  },
  'newsletter.smtp-failed': {
    meaning: 'The mail server could not be reached, did not accept the login, or refused the message.',
    remedy: 'Check host, port and account; with --out the same message is written to a file instead.',
  },
} as const;
