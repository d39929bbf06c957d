import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeMarkup, html, raw } from './markup.ts';

it('escapes every slot that is not markup', () => {
  expect(html`<a title="${'"><script>'}">${'a & b'}${raw('<b>')}${null}${false}${3}</a>`.markup).toBe(
    '<a title="&quot;&gt;&lt;script&gt;">a &amp; b<b>3</a>',
  );
});

it('joins lists without commas', () => {
  expect(html`${['<', html`<i>${'>'}</i>`]}`.markup).toBe('&lt;<i>&gt;</i>');
});

it('drops what no document may hold, and marks that reorder the text', () => {
  expect(escapeMarkup('a\u0000b\u202Ec\uD800d\u200Fe')).toBe('abcd\u200Fe');
});

it('lets no tag or quote through, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeMarkup(text)).not.toMatch(/[<>"']/);
    }),
  );
});
