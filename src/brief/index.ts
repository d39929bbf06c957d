export { type BriefOptions, composeBrief } from './compose/compose-brief.ts';
export type * from './compose/content.ts';
export { type Prose, plain, type Reference, type Run } from './compose/prose.ts';
export { FEED_FILES, type Feed, type FeedItem } from './feed/feed.ts';
export { renderFeeds } from './feed/render-feeds.ts';
export type { JudgedQuestion, JudgementSection, Judgements, QuestionJudgement } from './judgement/content.ts';
export { renderReport } from './judgement/render-report.ts';
export { composeNewsletter, type Newsletter, type NewsletterOptions } from './newsletter/newsletter.ts';
export { renderBrief } from './render-brief.ts';
