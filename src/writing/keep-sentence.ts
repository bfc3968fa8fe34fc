import { fieldLabels } from '../i18n/desk-fields.ts';
import { fieldReasonTexts } from '../i18n/field-reasons.ts';
import { formatInstant } from '../thai/format-date.ts';
import type { KeepState } from './keep-state.ts';

const here = (isLocal: boolean): string =>
  isLocal ? 'ข้อความเก็บไว้ในเครื่องนี้แล้ว' : 'ข้อความยังไม่ได้เก็บไว้ที่ใด อย่าเพิ่งปิดหน้านี้';

/** Where the typed text is, in one sentence; empty while nothing was typed. */
export function keepSentence(state: KeepState): string {
  switch (state.kind) {
    case 'untouched':
      return '';
    case 'saving':
      return 'กำลังบันทึก';
    case 'saved':
      return `บันทึกแล้ว ${timeOf(state.at)}`;
    case 'partly_saved': {
      const fields = state.problems.map(({ field, reason }) => {
        const name = field.split('.')[0] ?? field;
        return `ช่อง “${fieldLabels[name] ?? name}” (${fieldReasonTexts[reason]})`;
      });
      const rest = state.isLocal ? 'ซึ่งเก็บไว้ในเครื่องนี้' : 'ซึ่งยังไม่ได้เก็บไว้ที่ใด';
      return `บันทึกแล้ว ${timeOf(state.at)} ยกเว้น${fields.join(' และ')} ${rest}`;
    }
    case 'unreachable':
      return `ออฟไลน์หรือติดต่อระบบไม่ได้ ${here(state.isLocal)} พิมพ์ต่อได้ ระบบจะส่งให้เองเมื่อติดต่อได้`;
    case 'conflict':
      return state.isOwn
        ? `ท่านบันทึกร่างนี้จากหน้าต่างอื่นก่อน จึงยังไม่ได้บันทึกจากหน้านี้ ${here(state.isLocal)}`
        : `มีผู้บันทึกก่อน (${state.by}) จึงยังไม่ได้บันทึกของท่าน ${here(state.isLocal)}`;
    case 'session_over':
      return `หมดเวลาเข้าสู่ระบบ ${here(state.isLocal)} เข้าสู่ระบบในแท็บใหม่ แล้วพิมพ์ต่อได้เลย`;
    case 'other_person':
      return `มีผู้อื่นเข้าสู่ระบบในเครื่องนี้ ${here(state.isLocal)} ระบบจะไม่บันทึกในชื่อของผู้นั้น`;
    case 'gone':
      return `ร่างนี้ถูกเผยแพร่หรือลบไปแล้ว ${here(state.isLocal)}`;
    default:
      return state satisfies never;
  }
}

/** The hour and minute of an instant in Thailand. */
const timeOf = (at: string): string => formatInstant(at).split(/ เวลา\s/)[1] ?? '';
