import { expect, test } from 'vitest';
import { renderBody } from '../../src/render/render-markdown.ts';

const html = (markdown: string) => renderBody(markdown).html;

test.each(['- (๑) ก\n- (๒) ข', '- (ก) ก\n- (ข) ข', '- ๑. ก\n- ๒. ข'])(
  'a list whose items bring their own numbers has no bullet before them: %j',
  (markdown) => {
    expect(html(markdown)).toContain('<ul class="numbered">');
  },
);

test.each(['- ก\n- ข', '- (๑) ก\n- ข', '- (หมายเหตุ) ก'])(
  'any other list keeps its bullets: %j',
  (markdown) => {
    expect(html(markdown)).toContain('<ul>');
  },
);

test('a list inside another is judged by its own items', () => {
  const nested = html('- (๑) ก\n  - ย่อย\n- (๒) ข');
  expect(nested).toContain('<ul class="numbered">');
  expect(nested).toContain('<ul>');
});
