import { type BriefContent, renderBrief } from '../brief/index.ts';
import { playerFragment } from '../listen/index.ts';
import type { Situation } from '../model/index.ts';
import { openSpeaking, type VoiceOptions } from './listen.ts';
import { mp3Address, writeCaptions, writeMp3 } from './narration-files.ts';
import { openOutputSet } from './output.ts';
import { spokenBrief, UNSPOKEN_PARTS } from './spoken-brief.ts';

const NAME = 'brief';

/**
 * The files of a brief with the brief spoken: sound, captions, chapters, transcript, and a player in the page that
 * follows its words. All of them appear together or none does; gives their paths, the page first.
 *
 * @throws WatchfloorError `output.unwritable`, and the `listen.*` codes
 */
export const writeBriefWithSound = async (
  content: BriefContent,
  situation: Situation,
  out: string,
  options: VoiceOptions,
): Promise<readonly string[]> => {
  const speaking = await openSpeaking(options);
  try {
    const outputs = openOutputSet(out);
    try {
      const text = spokenBrief(content);
      const narration = await writeMp3(text, NAME, outputs, speaking.options);
      await writeCaptions(text, NAME, outputs, narration);
      const player = playerFragment(
        {
          title: text.title,
          author: text.author,
          cues: narration.recording.cues,
          chapters: narration.chapters,
          audio: await mp3Address(outputs, NAME, narration.bytes),
        },
        'body',
        UNSPOKEN_PARTS,
      );
      for (const [name, file] of Object.entries(renderBrief(content, situation, player))) outputs.add(name, file);
      const paths = outputs.commit();
      const isPage = (path: string): boolean => path.endsWith('.html');
      return [...paths.filter(isPage), ...paths.filter((path) => !isPage(path))];
    } finally {
      outputs.discard();
    }
  } finally {
    await speaking.close();
  }
};
