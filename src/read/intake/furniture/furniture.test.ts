import { describe, expect, it } from 'vitest';
import { type Block, findFurniture } from './index.ts';

const PROSE = [
  'The two foreign ministers met in the customs house on Tuesday, and they talked for three hours about the road to the mines.',
  'Neither of them would say afterwards whether the road would be opened, although both called the meeting useful and frank.',
  'At least forty people have been killed along the border since July, according to monitors who counted the incidents.',
];

/** The reason for a line that stands between paragraphs, or at the foot or the head. */
const reasonFor = (line: string, place: 'between' | 'foot' | 'head' = 'between'): string | null => {
  const at = { head: 0, between: 2, foot: PROSE.length }[place];
  const lines = PROSE.toSpliced(at, 0, line);
  const reasons = findFurniture(lines.map((text) => ({ text })));
  expect(reasons.toSpliced(at, 1)).toEqual(PROSE.map(() => null));
  return reasons[at] ?? null;
};

describe('lines between paragraphs', () => {
  it.each([
    ['CLICK HERE FOR MORE COVERAGE OF THE BORDER', 'call to action'],
    ['Click here to sign up for the Example Courier newsletter', 'call to action'],
    ['Sign up for our daily newsletter and never miss a story', 'call to action'],
    ['Subscribe to our YouTube channel', 'call to action'],
    ['Download the Courier app for breaking news alerts', 'call to action'],
    ['Follow us on Facebook, Twitter and Instagram', 'call to action'],
    ['Read more from our correspondents', 'call to action'],
    ['Support our journalism: become a member today', 'call to action'],
    ['You can now listen to Example Courier articles!', 'prompt to the reader about the page'],
    ['NEWYou can now listen to articles of the Courier!', 'prompt to the reader about the page'],
    ['Your browser does not support the audio element.', 'prompt to the reader about the page'],
    ['You have been successfully subscribed to this newsletter!', 'prompt to the reader about the page'],
    ['READ MORE: Why the road matters', 'pointer to another article'],
    ['Related: The road that two states claim', 'pointer to another article'],
    ['See also: Monitors ask for drones', 'pointer to another article'],
    ['MONITORS WARN OF SHELLING AS SNOW CLOSES THE LAST ROAD', 'headline of another article in capitals'],
    ['ULVANIA’S ARMY MOVES GUNS, SATELLITE IMAGES SHOW: WHAT WE KNOW', 'headline of another article in capitals'],
    ['Advertisement', 'label of the page'],
    ['Story continues below advertisement', 'label of the page'],
    ['5 min read', 'label of the page'],
    ['Facebook Twitter WhatsApp Email Print', 'share bar'],
    ['Share on Facebook', 'share bar'],
    ['A soldier at the crossing. (Photo by A. Name/Getty Images)', 'caption'],
    ['FILE - Trucks wait at the customs house, March 3, 2023.', 'caption'],
    ['Photo: Example Agency via AP', 'picture credit'],
    ['Follow her on X @example', 'how to reach the writer'],
  ])('%s', (line, reason) => {
    expect(reasonFor(line)).toBe(reason);
  });

  it.each([
    'He denied it.',
    'What the contract says',
    'A question of fuel',
    'THE ROAD TO WAR',
    'BACKGROUND',
    '3. THE PARTIES SHALL OPEN THE ROAD TO THE MINES WITHOUT DELAY',
    'Watch for more missile tests in the coming weeks, analysts said.',
    'Follow the money, the envoy said, and you will find the guns.',
    'Read the treaty again, and its fourth article says nothing of troops.',
    '“You can read it in every newspaper,” he said.',
    'See the table in the annex.',
    'Sign the treaty, or lose the mines: that was the choice.',
    'Share prices fell by a tenth.',
    'Join forces or fall',
    'Support for the government is falling',
    'Contact with the garrison was lost at noon.',
    'Send more shells now',
    'U.S. AND U.K.',
    'The strike hit the depot (Reuters).',
    'You cannot negotiate with a flood.',
    'SEOUL, South Korea (AP)',
    'Listen to what is not said',
    'North Korea:',
    'Get out by March, the note said.',
    'By Tuesday the road was closed',
    '“We did not come to sign.”',
    '— Tomas Rehl, head of the delegation',
    'Shells: 3 million',
  ])('keeps: %s', (line) => {
    expect(reasonFor(line)).toBeNull();
  });
});

describe('lines as the pages of many publishers have them', () => {
  it.each([
    'Image source, Getty Images',
    'Image caption, Soldiers at the border post in May',
    'Image caption,',
    'Published',
    'Share page',
    'Copy link',
    'Related Topics',
    'More on this story',
    'Related Internet Links',
    'Sign up for CNN’s Meanwhile in China newsletter which explores what you need to know about the country’s rise',
    '[1/3]A view of the customs house, June 18, 2024. REUTERS/A. Name Purchase Licensing Rights, opens new tab',
    'Our Standards: The Thomson Reuters Trust Principles., opens new tab',
    'Read More',
    'SKIP ADVERTISEMENT',
    'Listen to this article · 7:34 min Learn more',
    'View image in fullscreen',
    'Photograph: A Name/AP',
    'Comment on this storyComment',
    'Add to your saved stories',
    'Click here to share on social media',
    'Recommended Stories',
    'list of 4 items',
    'Join Fox News for access to this content',
    'You have reached your maximum number of articles. Log in or create an account FREE of charge to continue reading.',
    'By entering your email and pushing continue, you are agreeing to our Terms of Use and Privacy Policy, which includes our Notice of Financial Incentive.',
    'Please enter a valid email address.',
    'Having trouble? Click here.',
    'Video',
    'Follow @example on Twitter',
    'Click to share on Facebook (Opens in new window)',
    'For more stories like this, subscribe to our newsletter.',
    'Get updates on the war delivered to your inbox every morning',
    'Watch our documentary on the border war here',
    'Download our free app from the App Store',
    'The Courier’s newsletter: sign up here',
    'Enjoying this article? Become a subscriber',
    'Print this page',
    'View comments (214)',
    'Post a comment',
    'Story highlights',
    'Already a subscriber? Sign in',
    'We use cookies to improve your experience. Accept all',
    "The views expressed here are the author's own.",
    'CLICK HERE FOR MORE FROM FOX NEWS OPINION',
    'READ: WHY THE ROAD TO THE MINES MATTERS',
    'LIVE UPDATES: BORDER TALKS RESUME AFTER EIGHT MONTHS',
    'CORONAVIRUS IN THE VALLEY: STATE-BY-STATE BREAKDOWN',
    'BIDEN, PUTIN AND THE LONG ROAD TO A NEW ARMS DEAL?',
    'Copyright 2024 Example News. All rights reserved.',
    'The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.',
    'Free weekly newsletter',
    'Privacy Notice: Newsletters may contain info about charities, online ads, and content funded by outside parties. For more information see our Privacy Policy.',
    'after newsletter promotion',
    "Don't miss our coverage: follow us on WhatsApp",
    'Scan the QR code to download the app',
    'Tap to unmute',
    '0:00 / 2:31',
    'Loading...',
  ])('sets aside: %s', (line) => {
    expect(reasonFor(line)).not.toBeNull();
  });

  it.each([
    '“We did not come to sign.”',
    'The Kremlin said nothing.',
    'CNN —',
    'Reporting by A. Name; Editing by B. Name',
    '(END)',
    '-0-',
    "Fox News' A. Name contributed to this report.",
    'Here is what to know about the treaty:',
    '1. Why now?',
    'What is in the treaty',
    'Why it matters',
    'Key points',
    'The bottom line',
    'Q: Will you sign?',
    'A: No.',
    'PUTIN: We have agreed on everything.',
    'MODERATOR: Thank you, Mr. President. The next question, please.',
    'KIM JONG UN: THANK YOU.',
    'ARTICLE 4',
    'Article 4 of the treaty',
    'PREAMBLE',
    'THE UNITED NATIONS SECURITY COUNCIL',
    'UNCLASSIFIED',
    'SUBJECT: BORDER TALKS',
    'Washington, D.C.',
    'June 18, 2024',
    'Russia will share intelligence with the North',
    'Join the alliance or stay out, he said.',
    'Watch what they do, not what they say.',
    'You can read the full text of the treaty in Annex A.',
    'Your move, Mr. President.',
    'The app was used to coordinate the strikes.',
    'He told me in an email that the talks had failed',
    "Newsletter readers of the regime's mouthpiece were told that victory was near.",
    'Cookies and caution',
    'More than 3,000 shells',
    'Read out on state television, the statement said nothing of troops.',
    'See you in Moscow, Kim told Putin',
    'Kim Jong Un',
    'Russia',
    '— Dmitry Peskov, Kremlin spokesman',
    'Total: 7,000 containers',
    'Sign the treaty',
    'Follow-up talks in May',
    'About 10,000 troops',
    'Print runs of the paper fell',
    'Support for Ukraine in the South',
    'Get ready for a long war',
    'THE STAKES ARE HIGH',
    'WHY NOW?',
    'What Putin wants',
    'TOP SECRET//NOFORN',
    'This article was amended on 19 June 2024.',
  ])('keeps: %s', (line) => {
    expect(reasonFor(line)).toBeNull();
  });
});

describe('position', () => {
  it.each([
    ['Home > World > Asia', 'breadcrumb'],
    ['By Ann Lee', 'byline or date line'],
    ['By Ann Lee and Bo Chen, Example Courier', 'byline or date line'],
    ['Published June 18, 2024 10:00am EDT', 'byline or date line'],
    ['Updated: 18 June 2024, 14:05 GMT', 'byline or date line'],
    ['Skip to main content', 'label of the page'],
  ])('above the article: %s', (line, reason) => {
    expect(reasonFor(line, 'head')).toBe(reason);
  });

  it.each([
    ['© 2024 Example Courier. All rights reserved.', 'copyright notice'],
    ['By clicking "Sign up" you agree to our Terms of Use and Privacy Policy.', 'cookie, consent or terms text'],
    ['CLICK HERE TO READ MORE FROM ANN LEE', 'call to action'],
  ])('below the article: %s', (line, reason) => {
    expect(reasonFor(line, 'foot')).toBe(reason);
  });

  it('keeps a date or a name in the middle', () => {
    expect(reasonFor('18 June 2024')).toBeNull();
    expect(reasonFor('By Ann Lee')).toBeNull();
  });

  it('sets the list of other articles aside that follows the last paragraph', () => {
    const tail = ['Mine owners warn of ruin', 'A valley with two names', 'Monitors want more drones'];
    const reasons = findFurniture([...PROSE, ...tail].map((text) => ({ text })));
    expect(reasons.slice(PROSE.length)).toEqual(tail.map(() => 'list of links behind the article'));
  });

  it('keeps a list that the text introduces', () => {
    const introduced = 'The monitors, who have counted the incidents since the summer of last year, name these places:';
    const list = ['The bridge at Dol', 'The mine road', 'The northern pass'];
    const lines = [...PROSE, introduced, ...list];
    expect(findFurniture(lines.map((text) => ({ text })))).toEqual(lines.map(() => null));
  });
});

describe('the text as a whole', () => {
  it('leaves a text alone that is written in capitals', () => {
    const cable = [
      'THE AMBASSADOR MET THE FOREIGN MINISTER ON 4 MAY AND RAISED THE MATTER OF THE ROAD TO THE MINES',
      'THE MINISTER REPLIED THAT THE ROAD WOULD BE OPENED WHEN THE GARRISON WAS WITHDRAWN FROM THE PASS',
      'COMMENT: THE MINISTER WAS VISIBLY TIRED AND DID NOT REFER TO HIS NOTES DURING THE MEETING',
    ];
    expect(findFurniture(cable.map((text) => ({ text })))).toEqual([null, null, null]);
  });

  it('takes the second of two like paragraphs, and a pull quote', () => {
    const pulled = 'whether the road would be opened';
    const lines = [PROSE[0]!, PROSE[1]!, pulled, PROSE[0]!];
    expect(findFurniture(lines.map((text) => ({ text })))).toEqual([null, null, 'pull quote', 'repeated']);
  });

  it('uses mark-up where there is some', () => {
    const blocks: Block[] = [
      { text: 'Home World Sport', landmark: 'navigation' },
      { text: PROSE[0]!, linkShare: 0 },
      { text: 'Why the road matters', linkShare: 1 },
      { text: 'Where things stand', linkShare: 1, heading: true },
      { text: PROSE[1]!, linkShare: 0.1 },
    ];
    expect(findFurniture(blocks)).toEqual(['navigation', null, 'nothing but a link', null, null]);
  });

  it('finds nothing in nothing', () => {
    expect(findFurniture([])).toEqual([]);
  });
});
