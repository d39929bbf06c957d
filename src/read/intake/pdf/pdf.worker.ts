import type { MessagePort } from 'node:worker_threads';
import { answer, type Progress, type WorkerAnswer } from '../worker-answer.ts';
import { parsePdf } from './parse-pdf.ts';

interface PdfTask {
  readonly bytes: Uint8Array;
  readonly label: string;
  readonly port: MessagePort;
}

export default ({ bytes, label, port }: PdfTask): Promise<WorkerAnswer> => {
  const progress = (): void => port.postMessage('progress' satisfies Progress);
  progress();
  return answer(() => parsePdf(bytes, label, progress));
};
