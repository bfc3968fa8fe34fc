import { addresses } from '../domain/addresses.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PartyDeed, PartyRow, PartyState } from '../domain/party-table.ts';
import { partyActionLabels, partyStateLabels } from '../i18n/labels.ts';
import type { PartiesPage } from '../registry/open-parties.ts';
import { acceptedBy } from './accepted-by.ts';
import { deedDate } from './deed-date.ts';
import { html, joined, type Markup, nothing } from './html.ts';
import { proofLinks } from './proof-links.ts';
import { sourceMarks } from './source-marks.ts';
import { wholeWords } from './whole-words.ts';

/** What the rows of a party table name by slugs, ids and numbers. */
export type RowsOf = {
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly sourceOrder: readonly string[];
  readonly accessions: PartiesPage['accessions'];
  /** The numbers of the footnotes of a row. */
  readonly marksOf: (row: PartyRow) => readonly number[];
};

const pastStates: readonly PartyState[] = ['withdrawn', 'succeeded', 'not_yet'];
const isSigning = ({ kind }: PartyDeed): boolean => kind === 'sign';

/** One party in the status table of an agreement: who, the dated deeds, and how it stands. */
export function partyRow(row: PartyRow, of: RowsOf): Markup {
  const past = pastStates.includes(row.state) ? html` class="is-past"` : nothing;
  const signed = row.deeds.filter(isSigning).map(({ date }) => deedDate(date));
  const others = row.deeds
    .filter((deed) => !isSigning(deed))
    .map(({ kind, date }) => html`${partyActionLabels[kind]} ${deedDate(date)}`);
  return html`<tr${past}><th scope="row">${nameCell(row, of)}</th>${deedCell('ลงนาม', signed)}${deedCell('เข้าร่วม รับช่วง หรือถอนตัว', others)}<td data-label="สถานะ">${partyStateLabels[row.state]}</td></tr>`;
}

function nameCell(row: PartyRow, { organisations, sourceOrder, accessions, marksOf }: RowsOf): Markup {
  const linkTo = (slug: string): Markup =>
    html`<a href="${addresses.organisation(slug)}">${wholeWords(organisations.get(slug)?.name ?? slug)}</a>`;
  const marks = marksOf(row).map(
    (number) =>
      html`<sup class="parties__mark"><a href="#note-${number}" aria-label="หมายเหตุที่ ${number}">${number}</a></sup>`,
  );
  const former =
    row.holder === row.organisation
      ? nothing
      : html`<span class="note">ในชื่อเดิม ${linkTo(row.organisation)}</span>`;
  const told = row.accession === null ? undefined : accessions.get(row.accession);
  const joinedBy = told
    ? html`<span class="note">แจ้งเข้าเป็นภาคีผ่านทะเบียน ${acceptedBy(told.accepted, organisations, 'ยืนยัน')} ${proofLinks({ ...told, work: null })}</span>`
    : nothing;
  return html`${linkTo(row.holder)}${joined(marks)}${sourceMarks(row.sources, sourceOrder)}${former}${joinedBy}`;
}

const deedCell = (label: string, deeds: readonly Markup[]): Markup =>
  deeds.length === 0
    ? html`<td data-label="${label}" class="is-empty"><span class="soft" aria-label="ไม่มี">–</span></td>`
    : html`<td data-label="${label}">${joined(deeds.map((deed) => html`<span class="deed">${deed}</span>`))}</td>`;
