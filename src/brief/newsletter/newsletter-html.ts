import { html, type Markup } from '../render/markup.ts';
import type { NewsletterContent, NewsletterPoint, NewsletterSource } from './newsletter.ts';

/**
 * Mail programs drop style sheets, scripts, outside resources and modern layout: every element bears its own style, the
 * column is a table, colours keep their contrast when a program inverts them.
 */
const STYLE = {
  page: 'margin:0;padding:0;background-color:#ffffff;',
  column: 'max-width:600px;width:100%;',
  cell: 'padding:16px;font-family:Georgia,serif;font-size:17px;line-height:1.5;color:#1f2328;',
  title: 'margin:0 0 8px;font-size:26px;line-height:1.2;',
  heading: 'margin:28px 0 8px;font-size:19px;line-height:1.3;',
  small: 'margin:0 0 12px;font-family:Arial,sans-serif;font-size:13px;line-height:1.5;color:#59616b;',
  paragraph: 'margin:0 0 12px;',
  list: 'margin:0;padding-left:24px;',
  item: 'margin:0 0 10px;',
  link: 'color:#0b5a8f;',
  /** The line that a list of mails shows beside the subject. */
  preheader: 'display:none;max-height:0;overflow:hidden;',
} as const;

const point = ({ statement, support }: NewsletterPoint): Markup =>
  html`<li style="${STYLE.item}">${statement}${support && html`<br><span style="font-size:15px;color:#59616b;">${support}</span>`}</li>`;

const source = ({ heading, detail, url }: NewsletterSource): Markup =>
  html`<li style="${STYLE.item}">${url ? html`<a href="${url}" style="${STYLE.link}">${heading}</a>` : heading}${detail && `, ${detail}`}</li>`;

const section = (title: string, body: Markup): Markup => html`<h2 style="${STYLE.heading}">${title}</h2>${body}`;

const list = (items: readonly Markup[], ordered = false): Markup =>
  ordered ? html`<ol style="${STYLE.list}">${items}</ol>` : html`<ul style="${STYLE.list}">${items}</ul>`;

const lines = (words: readonly string[]): Markup =>
  list(words.map((line) => html`<li style="${STYLE.item}">${line}</li>`));

export const newsletterHtml = (letter: NewsletterContent): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${letter.title}</title>
</head>
<body style="${STYLE.page}">
<div style="${STYLE.preheader}">${letter.bottomLine}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center">
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="${STYLE.column}"><tr><td style="${STYLE.cell}">
<h1 style="${STYLE.title}">${letter.title}</h1>
${letter.dated && html`<p style="${STYLE.small}">${letter.dated}</p>`}
<p style="${STYLE.paragraph}">${letter.bottomLine}</p>
${letter.link && html`<p style="${STYLE.paragraph}"><a href="${letter.link}" style="${STYLE.link}">Read or hear the whole brief</a></p>`}
${letter.points.length > 0 && section('Key points', list(letter.points.map(point), true))}
${letter.sections.map(({ title, lines: words }) => section(title, lines(words)))}
${letter.sources.length > 0 && section('Sources', list(letter.sources.map(source), true))}
${letter.limits.length > 0 && section('Limits', lines(letter.limits))}
<p style="${STYLE.small}">What sources say, coded by program: a claim is not a fact.${
    letter.unsubscribe && html` <a href="${letter.unsubscribe}" style="${STYLE.link}">Stop these letters</a>`
  }</p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`.markup;
