export const plain = (text: string) => ({ type: 'plain_text', text }) as const;
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text }) as const;
export const x = (length: number) => 'x'.repeat(length);
export const many = <T>(length: number, item: (index: number) => T) =>
  Array.from({ length }, (_, i) => item(i));
export const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });
export const option = (value: string) => ({ text: plain(value), value });
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const rich = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
export const input = (element: object) => ({ type: 'input', label: plain('Label'), element });
export const feedback = (value: string) => ({ text: plain('Good'), value });
