import { type Browser, chromium as playwright } from 'playwright-core';

/**
 * A browser from the npm package; it unpacks itself into the temporary folder. The variable makes it bring the system
 * libraries that a bare machine lacks, and has to be set before the package is loaded.
 */
export const launchBrowser = async (): Promise<Browser> => {
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    // In one process the browser ends with its first context.
    args: chromium.args.filter((argument) => argument !== '--single-process'),
    headless: true,
  });
};
