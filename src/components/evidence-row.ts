import { addresses } from '../domain/addresses.ts';
import type { EvidenceRow } from '../domain/counted-commitment.ts';
import { workNamed } from '../domain/work.ts';
import { formatNumber } from '../i18n/numbers.ts';
import type { CommitmentsPage } from '../registry/open-commitments.ts';
import { formatAddressDate } from '../thai/format-date.ts';
import { withNoBreaks } from '../thai/no-break.ts';
import { acceptedBy } from './accepted-by.ts';
import { html, type Markup, nothing } from './html.ts';
import { placeLine } from './place-line.ts';
import { proofLinks } from './proof-links.ts';
import { wholeWords } from './whole-words.ts';
import { writtenDate } from './written-date.ts';

/** What the rows of evidence name by slugs and codes, and what is counted, such as เรื่อง. */
export type EvidenceOf = Pick<CommitmentsPage, 'organisations' | 'places' | 'works'> & {
  readonly unit: string;
};

/** One piece of accepted evidence: who did what, when, where, how much, and what shows it. */
export function evidenceRow(row: EvidenceRow, of: EvidenceOf): Markup {
  const { number, organisation, amount, doneOn, filing, accepted } = row;
  const title = filing
    ? html`${withNoBreaks(filing.title)}`
    : html`<span class="soft">รายละเอียดไม่เปิดเผยแล้ว เพราะผลพิจารณาเปลี่ยนไปหลังวันนั้น</span>`;
  const note = filing?.note ? html`<span class="note">${withNoBreaks(filing.note)}</span>` : nothing;
  const name = wholeWords(of.organisations.get(organisation)?.name ?? organisation);
  const date = filing ? writtenDate(filing.date, true) : formatAddressDate(doneOn);
  return html`<tr id="evidence-${number}"><th scope="row"><span class="soft">${number}.</span> ${title}${note}</th><td data-label="ใคร ที่ไหน"><a href="${addresses.organisation(organisation)}">${name}</a><span class="note">${placeOf(row, of)}</span></td><td data-label="เมื่อใด">${date}</td><td data-label="จำนวน">${formatNumber(amount)}\u00a0${of.unit}</td><td data-label="หลักฐานและการรับ">${proofOf(row, of)}<span class="note">${acceptedBy(accepted, of.organisations, 'รับ')}</span></td></tr>`;
}

function placeOf({ filing }: EvidenceRow, { places }: EvidenceOf): Markup | string {
  if (filing === null) return '';
  const chain = filing.place === null ? undefined : places.get(filing.place);
  return chain ? placeLine(chain, true) : 'ไม่ระบุพื้นที่';
}

function proofOf({ filing }: EvidenceRow, { works }: EvidenceOf): Markup {
  if (filing === null) return nothing;
  const name = workNamed(filing.work);
  const titled = filing.work === null ? undefined : works.get(filing.work);
  const work = titled ?? (name && { ...name, title: `${name.type}/${name.slug}` });
  return proofLinks({ ...filing, work });
}
