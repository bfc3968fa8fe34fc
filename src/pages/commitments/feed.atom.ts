import type { APIRoute } from 'astro';
import { addresses } from '../../domain/addresses.ts';
import { writeFeed } from '../../exports/atom-feed.ts';
import { registerName } from '../../exports/citation.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { listEvidence } from '../../registry/list-evidence.ts';
import { formatWrittenDate } from '../../thai/format-date.ts';
import { withUsualSpaces } from '../../thai/no-break.ts';
import { atomAnswer } from '../_feed-answer.ts';

/** The evidence that was accepted last in the whole register. */
export const GET: APIRoute = async ({ locals }) => {
  const { register, origin, now } = locals;
  const evidence = await listEvidence(register, now);
  return atomAnswer(
    writeFeed({
      title: `${registerName}: หลักฐานที่รับล่าสุด`,
      path: addresses.evidenceFeed(),
      pagePath: addresses.commitmentList(),
      origin,
      now,
      entries: evidence.map(({ work, agreement, commitment, number, organisation, filing, acceptedAt }) => ({
        title: filing.title,
        path: addresses.commitments(work.slug, undefined, `evidence-${number}`),
        at: acceptedAt,
        summary: [
          organisation,
          withUsualSpaces(formatWrittenDate(filing.date)),
          `${formatNumber(filing.amount)} ${commitment.unit} ของ ${commitment.metric}`,
          agreement,
        ].join(' · '),
      })),
    }),
  );
};
