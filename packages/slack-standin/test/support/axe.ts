import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What is narrow by day has the colours of the first and the places of the last. */
const looks = [
  { colorScheme: 'light', width: 1280, height: 800 },
  { colorScheme: 'dark', width: 1280, height: 800 },
  { colorScheme: 'dark', width: 375, height: 700 },
] as const;

/**
 * What axe finds wrong with what the page shows at the moment, a line for each element: by day and
 * by night, in a wide window and in a narrow one. All of its rules count, however small the harm.
 */
export async function axeProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  const before = page.viewportSize();
  for (const { colorScheme, width, height } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    const found = await runAxe(page);
    problems.push(...found.map((problem) => `${colorScheme}, ${width} px: ${problem}`));
  }
  if (before) await page.setViewportSize(before);
  return problems;
}

/** What axe finds wrong with the page as it is, a line for each element. */
export async function runAxe(page: Page): Promise<string[]> {
  // Evaluated rather than loaded: the page's security policy takes scripts from its own server only.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary?.replace(/\s+/g, ' ') ?? '';
      return `${impact} ${id} at ${target.join(' ')}: ${why}`;
    }),
  );
}
