import { describeText, type TextDescription } from './describe-text.ts';
import { outlineHtml } from './outline-html.ts';

/** A text to be described; answers carry its number. */
export type TextQuestion = { readonly number: number; readonly body: string };
export type TextAnswer = Pick<TextDescription, 'html' | 'parts'> & {
  readonly number: number;
  readonly outline: string;
};

/** Describes texts beside the page, so that typing never waits for it. */
addEventListener('message', ({ data }: MessageEvent<TextQuestion>) => {
  const { html, parts, ...rest } = describeText(data.body);
  const answer: TextAnswer = { number: data.number, html, parts, outline: outlineHtml({ parts, ...rest }) };
  postMessage(answer);
});
