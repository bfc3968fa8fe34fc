import { addresses } from '../domain/addresses.ts';
import { workTypes } from '../domain/work.ts';
import { workTypeLabels } from './work-types.ts';

export type NavigationLink = { readonly label: string; readonly href: string };

/** The main menu, in its order. */
export const mainLinks: readonly NavigationLink[] = [
  ...workTypes.map((type) => ({ label: workTypeLabels[type], href: addresses.list(type) })),
  { label: 'พันธสัญญา', href: addresses.commitmentList() },
  { label: 'พื้นที่', href: addresses.places() },
  { label: 'ค้นหา', href: addresses.search() },
];

/** The links at the foot of every page. */
export const footLinks: readonly NavigationLink[] = [
  { label: 'ประเด็น', href: addresses.topics() },
  { label: 'เครือข่าย', href: addresses.networks() },
  { label: 'เกี่ยวกับทะเบียน', href: addresses.about() },
  { label: 'วิธีอ่านฉบับ', href: addresses.about('reading') },
  { label: 'วิธีเก็บข้อมูล', href: addresses.about('method') },
  { label: 'ความเป็นส่วนตัว', href: addresses.about('privacy') },
  { label: 'อภิธานศัพท์', href: addresses.glossary() },
  { label: 'บันทึกการตัดสินใจ', href: addresses.about('decisions') },
];

export const siteName = 'ธรรมนูญ';
export const siteLine = 'ทะเบียนข้อตกลงของชุมชน';
