import type { MessagePort } from 'node:worker_threads';
import { answer, type Progress, type WorkerAnswer } from '../worker-answer.ts';
import { parseHtml } from './parse-html.ts';

interface HtmlTask {
  readonly html: string;
  readonly label: string;
  readonly address: string | null;
  readonly port: MessagePort;
}

export default ({ html, label, address, port }: HtmlTask): Promise<WorkerAnswer> => {
  port.postMessage('progress' satisfies Progress);
  return answer(() => parseHtml(html, label, address));
};
