import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from './charset.ts';

const GERMAN =
  'Der Außenminister reist am Montag nach Köln, um über die Lage zu sprechen. Gespräche mit Präsidenten folgen.';
const RUSSIAN =
  'Министр иностранных дел заявил во вторник, что переговоры возобновятся весной, и стороны согласовали дату.';
const KOREAN = '외교부는 화요일에 회담이 봄에 재개될 것이라고 밝혔으며 양측은 날짜에 합의했다.';

const encoded = (text: string, charset: string, options?: { addBOM: boolean }): Uint8Array =>
  iconv.encode(text, charset, options);
const read = (bytes: Uint8Array, format: 'text' | 'html' = 'text', header?: string) =>
  decode(bytes, 'x.txt', format, header);

describe('charsets', () => {
  it.each(['utf8', 'utf16le', 'utf16be'])('believes a byte order mark: %s', async (charset) => {
    const { text, notes } = await read(encoded(RUSSIAN, charset, { addBOM: true }));
    expect([text, notes]).toEqual([RUSSIAN, []]);
  });

  it('believes the header, then the page', async () => {
    expect(await read(encoded(GERMAN, 'latin1'), 'html', 'iso-8859-1')).toEqual({ text: GERMAN, notes: [] });
    const page = `<html><head><meta charset="windows-1251"></head><body>${RUSSIAN}</body></html>`;
    expect(await read(encoded(page, 'windows-1251'), 'html')).toEqual({ text: page, notes: [] });
  });

  it('takes valid UTF-8 for what it is, whatever is declared', async () => {
    expect(await read(encoded(GERMAN, 'utf8'), 'html', 'iso-8859-1')).toEqual({
      text: GERMAN,
      notes: ['Charset taken to be UTF-8 from the bytes (iso-8859-1 was declared).'],
    });
  });

  it.each([
    [RUSSIAN, 'windows-1251'],
    [RUSSIAN, 'koi8-r'],
    [GERMAN, 'windows-1252'],
    [KOREAN, 'euc-kr'],
    [GERMAN, 'utf16le'],
    [GERMAN, 'utf16be'],
  ])('detects what declares nothing (%#: %s)', async (text, charset) => {
    const found = await read(encoded(text.repeat(3), charset));
    expect(found.text).toBe(text.repeat(3));
    expect(found.notes).toHaveLength(1);
  });

  it('notes a declaration that does not fit', async () => {
    const { text, notes } = await read(encoded(RUSSIAN.repeat(3), 'windows-1251'), 'text', 'utf-8');
    expect(text).toBe(RUSSIAN.repeat(3));
    expect(notes).toEqual(['Charset taken to be windows-1251 from the bytes (the utf-8 it declares does not fit).']);
  });

  it('goes on when the charset declared does not exist', async () => {
    expect((await read(encoded(GERMAN, 'utf8'), 'text', 'klingon-8')).text).toBe(GERMAN);
  });
});
