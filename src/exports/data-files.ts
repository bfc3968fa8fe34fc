import { takenBackNote } from '../i18n/as-of.ts';
import { commitmentColumns as commitmentListColumns } from './commitment-list-csv.ts';
import { commitmentColumns } from './commitments-csv.ts';
import { concordanceColumns } from './concordance-csv.ts';
import { coverageColumns, coverageFactColumns } from './coverage-csv.ts';
import { listColumns } from './list-csv.ts';
import { networkRowColumns } from './network-csv.ts';
import { networkColumns } from './networks-csv.ts';
import { organisationPartColumns } from './organisation-csv.ts';
import { partyColumns } from './parties-csv.ts';
import { placeWorkColumns } from './place-csv.ts';
import { countedPlaceColumns } from './places-csv.ts';
import { provisionColumns } from './provision-csv.ts';
import { searchColumns } from './search-csv.ts';
import { spreadColumns } from './spread-csv.ts';
import { countedTopicColumns } from './topics-csv.ts';
import { organisationColumns, placeColumns, topicColumns } from './vocabulary-csv.ts';

/** A table that can be taken away, with what each of its columns means, in Thai. */
export type DataFile = {
  /** Its address, with an example where a name belongs. */
  readonly address: string;
  readonly title: string;
  readonly columns: readonly { readonly name: string; readonly meaning: string }[];
  /** What is in it, and in which order, where that does not go without saying. */
  readonly about?: string;
};

/** What columns mean that many tables have. */
const common = {
  title: 'ชื่อเรื่องของฉบับนั้น',
  type: 'ประเภทเอกสาร charters, agreements, plans, projects หรือ cases',
  edition: 'ลำดับของฉบับในทะเบียน เริ่มจาก 1 อาจไม่ตรงกับเลขที่พิมพ์',
  label: 'ฉบับตามที่พิมพ์ ว่างเมื่อไม่ได้พิมพ์ไว้',
  label_state: 'สถานะข้อมูลของ label',
  adopted_start: 'วัน เดือน หรือปี ค.ศ. ที่ประกาศใช้หรือลงนาม',
  adopted_end: 'วันสุดท้าย เมื่อเป็นช่วงวันที่',
  adopted_as_written: 'วันที่ตามถ้อยคำของแหล่ง',
  adopted_state: 'สถานะข้อมูลของวันที่ประกาศใช้',
  place_codes: 'รหัสพื้นที่ คั่นด้วยอัฒภาค',
  provenance: 'เอกสารจริง documented แม่แบบ model หรือข้อมูลทดสอบ test',
  evidence_level: 'ระดับหลักฐาน เป็นภาษาไทย',
  sources: 'แหล่งอ้างอิง ชื่อพร้อมที่อยู่ คั่นด้วยอัฒภาค',
  edition_address: 'ที่อยู่ถาวรของฉบับ',
  sha256: 'SHA-256 ของ manifest ของฉบับ',
  published_at: 'เวลาที่เผยแพร่ในทะเบียน',
  as_of: 'เวลาที่ทะเบียนมีข้อมูลเช่นนั้น ใช้ถามซ้ำได้แถวเดิม',
  standing: 'สถานะของเอกสาร เป็นภาษาไทย ว่างสำหรับแม่แบบ',
  metric: 'สิ่งที่นับ',
  comparator: 'เทียบอย่างไร at_least ไม่น้อยกว่า at_most ไม่เกิน exactly เท่ากับ more_than มากกว่า',
  value: 'ค่าเป้าหมาย',
  unit: 'หน่วยของค่าเป้าหมาย',
  per: 'be_year เมื่อนับใหม่ทุกปี พ.ศ.',
  scope:
    'ขอบเขตการนับ network ทั้งเครือข่าย each_party แต่ละภาคี each_place แต่ละพื้นที่ national ทั้งประเทศ event เฉพาะในงาน',
  period: 'ช่วงเวลาตามถ้อยคำของแหล่ง',
  domain: 'ด้าน ตามถ้อยคำของข้อตกลง',
  state: 'สถานะ เป็นรหัส',
  state_label: 'สถานะ เป็นภาษาไทย',
  organisation: 'ชื่อในที่อยู่ของหน่วยงาน',
  organisation_name: 'ชื่อหน่วยงาน',
  note: 'หมายเหตุ',
  citation: 'คำอ้างอิงแบบไทย พร้อมที่อยู่ถาวรและ SHA-256 ตัวย่อ',
  place_names: 'ชื่อพื้นที่ เรียงตาม place_codes',
  possible_place_codes: 'พื้นที่ที่เป็นไปได้ เมื่อแหล่งไม่บอกว่าที่ใด',
  role: 'บทบาท เป็นรหัส',
  role_label: 'บทบาท เป็นภาษาไทย',
} as const;
type Common = keyof typeof common;

/** What columns mean that tables of provisions have. */
const ofProvisions = {
  provision_id: 'รหัสของข้อ ใช้ต่อท้ายที่อยู่ของฉบับหลังเครื่องหมาย #',
  provision_kind: 'chapter หมวด part ส่วน clause ข้อ paragraph วรรค heading หัวข้ออื่น',
  provision_number: 'เลขของข้อ เป็นเลขอารบิก',
  provision_label: 'ชื่อของข้อตามที่พิมพ์ เช่น ข้อ ๕',
  inside: 'รหัสของส่วนที่ข้อนั้นอยู่ข้างใน',
  effective_start: 'วันที่มีผล เมื่อแหล่งระบุ',
} as const;

/** What columns mean that tell what a party did. */
const deeds = {
  signed: 'วันที่ลงนาม หรือสถานะที่ขาด',
  joined: 'วันที่เข้าร่วม',
  succeeded: 'วันที่รับช่วง',
  withdrawn: 'วันที่ถอนตัว',
} as const;

/** Asks for the meaning of every column that the common ones do not tell. */
function table<C extends string>(
  address: string,
  title: string,
  columns: readonly C[],
  words: Readonly<Record<Exclude<C, Common>, string>> & Readonly<Partial<Record<C, string>>>,
): DataFile {
  const meanings: Readonly<Record<string, string>> = { ...common, ...words };
  return { address, title, columns: columns.map((name) => ({ name, meaning: meanings[name] ?? '' })) };
}

/** Every table of the site: one entry each. */
export const dataFiles: readonly DataFile[] = [
  table('/charters.csv', 'รายการเอกสาร แถวละเรื่อง', listColumns, {
    address: 'ที่อยู่ของเอกสาร',
  }),
  table('/charters.csv?rows=provisions', 'รายการเอกสาร แถวละข้อ', provisionColumns, {
    ...ofProvisions,
    heading: 'ถ้อยคำหัวข้อ',
    text: 'ข้อความของข้อ เป็นบรรทัดเดียว',
    address: 'ที่อยู่ถาวรของข้อ',
  }),
  {
    ...table('/search.csv?q=…', 'ผลการค้นหา แถวละที่ที่พบ', searchColumns, {
      ...ofProvisions,
      current: 'yes เมื่อเป็นฉบับปัจจุบันในเวลานั้น',
      found_in:
        'พบที่ใด title ชื่อเรื่อง place ชื่อพื้นที่ facts ข้อมูลของเอกสารที่ไม่อยู่ในเนื้อความ preface ความนำ provision ข้อหรือหัวข้อ file ไฟล์แนบ',
      words: 'คำที่พิมพ์ซึ่งพบในที่นั้น คั่นด้วยอัฒภาค ทั้งคำค้นที่ติดกันเป็นคำเดียว',
      other_words: 'ชื่ออื่นของสิ่งเดียวกัน หรือปีของอีกศักราช ที่พบแทนคำที่พิมพ์',
      match: 'ฉบับนั้นตรงเพียงใด phrase-in-title ติดกันในชื่อเรื่อง phrase ติดกันในที่อื่น words ครบทุกคำแต่ไม่ติดกัน',
      why: 'เหตุที่พบฉบับนั้น เป็นภาษาไทย',
      heading: 'ถ้อยคำหัวข้อ หรือชื่อไฟล์',
      text: 'ข้อความของที่นั้นทั้งหมด เป็นบรรทัดเดียว',
      address: 'ที่อยู่ถาวรของที่ที่พบ ในแถวท้ายของแฟ้มที่ยังไม่ครบคือที่อยู่ของส่วนต่อไป',
      other_editions: 'จำนวนฉบับอื่นของเอกสารนั้นที่พบด้วย จะอยู่ในแฟ้มเมื่อถามด้วย older=1',
      query: 'คำค้นและตัวกรองในรูปเดียว ใช้ต่อท้ายที่อยู่หลังเครื่องหมาย ?',
      note: 'สิ่งที่ไม่อยู่ในแฟ้ม',
    }),
    about:
      'เรียงตามที่อยู่ของเอกสาร (ประเภทแล้วชื่อในที่อยู่) แล้วตามฉบับ โดยฉบับที่หน้าผลการค้นแสดงมาก่อน ฉบับอื่นจากใหม่ไปเก่า แล้วชื่อเรื่อง พื้นที่ ข้อมูลของเอกสาร และข้อตามลำดับในเนื้อความ ลำดับนี้ไม่ขึ้นกับสิ่งที่เผยแพร่ภายหลัง มีเฉพาะฉบับที่ตรงตามที่พิมพ์ ไม่มีผลใกล้เคียง เพราะผลใกล้เคียงขึ้นกับคลังคำของทั้งทะเบียนซึ่งเปลี่ยนไปเรื่อย ๆ คำที่เชื่อมด้วยและ นับทุกฉบับที่มีครบทุกคำ ข้อความที่เผยแพร่โดยผิดพลาดไม่กลับมาอยู่ในแฟ้มใด แม้ถามถึงเวลาก่อนนั้น',
  },
  table('/commitments.csv', 'พันธสัญญาทั้งทะเบียน', commitmentListColumns, {
    agreement: 'ชื่อในที่อยู่ของข้อตกลง',
    commitment: 'รหัสของพันธสัญญาในข้อตกลง',
    reading_state: 'สถานะตามความหมายแต่ละทาง',
    count: 'จำนวนที่มีหลักฐานรับแล้ว',
    complete: 'ภาคีหรือพื้นที่ที่ครบแล้ว',
    units: 'ภาคีหรือพื้นที่ที่นับแยก',
    pending: 'จำนวนที่รอพิจารณา ไม่นับรวม',
    has_unnamed: 'yes เมื่อแหล่งอ้างภาคีที่ไม่มีชื่อ',
    evidence_by_year: 'ชิ้นหลักฐานตามปี พ.ศ. ที่ทำ',
    due_start: 'วันครบกำหนด',
    due_end: 'วันสุดท้าย เมื่อเป็นช่วง',
    due_as_written: 'กำหนดตามถ้อยคำของแหล่ง',
    due_state: 'สถานะข้อมูลของกำหนด',
    provision: 'ข้อที่ระบุพันธสัญญา',
    text_as_written: 'ถ้อยคำที่อ่านเป็นพันธสัญญา',
    address: 'ที่อยู่ถาวรของพันธสัญญาในวันนั้น ตามที่ทะเบียนรู้ใน as_of',
  }),
  table('/agreements/{slug}/commitments.csv', 'พันธสัญญาของข้อตกลงหนึ่ง', commitmentColumns, {
    row: 'ชนิดแถว reading ความหมายหนึ่ง unit ภาคีหรือพื้นที่ evidence หลักฐาน assessment ผลประเมินจากภายนอก',
    commitment: 'รหัสของพันธสัญญา',
    comparator_label: 'เทียบอย่างไร เป็นภาษาไทย',
    due: 'วันครบกำหนด หรือสถานะที่ขาด',
    provision: 'ที่อยู่ของข้อที่ระบุพันธสัญญา',
    wording: 'ถ้อยคำที่อ่านเป็นพันธสัญญา',
    counted_for: 'ภาคีหรือพื้นที่ที่แถวนี้นับให้',
    counted_for_name: 'ชื่อของภาคีหรือพื้นที่นั้น',
    be_year: 'ปี พ.ศ. ที่นับ',
    count: 'จำนวนที่นับได้ หรือจำนวนของหลักฐานชิ้นนั้น',
    waiting: 'จำนวนที่รอพิจารณา',
    evidence: 'เลขของหลักฐานที่อยู่เบื้องหลัง',
    title: 'ชื่อของสิ่งที่ทำ',
    place: 'รหัสพื้นที่ที่ทำ',
    place_name: 'ชื่อพื้นที่ที่ทำ',
    done_on: 'วันที่ทำ',
    done_as_written: 'วันที่ทำตามถ้อยคำของแหล่ง',
    accepted_on: 'วันที่รับหลักฐาน',
    accepted_by: 'ผู้รับหลักฐาน ว่างหมายถึงทะเบียน',
    assessor: 'ผู้ประเมินจากภายนอก',
    day: 'วันที่ที่ตารางบอกสถานะ',
    address: 'ที่อยู่ถาวรของพันธสัญญาหรือหลักฐานในวันนั้น ตามที่ทะเบียนรู้ใน as_of',
    note: `หมายเหตุ หรือ “${takenBackNote}”`,
  }),
  table('/agreements/{slug}/parties.csv', 'ภาคีของข้อตกลงหนึ่ง', partyColumns, {
    row: 'ชนิดแถว party ภาคีที่มีชื่อ unnamed จำนวนที่แหล่งอ้างแต่ไม่มีชื่อ',
    holder: 'ผู้ถือที่นั่งในวันนั้น ตนเองหรือผู้รับช่วง',
    holder_name: 'ชื่อผู้ถือที่นั่ง',
    ...deeds,
    count: 'จำนวนภาคีของแถวนี้',
    claimed: 'จำนวนที่แหล่งอ้าง',
    confirmed_on: 'วันที่ยืนยันที่นั่งผ่านทะเบียน',
    confirmed_by: 'ผู้ยืนยัน',
    proof: 'ที่อยู่ของแฟ้มหลักฐาน',
    day: 'วันที่ที่ตารางบอกสถานะ',
    address: 'ที่อยู่ถาวรของตารางในวันนั้น ตามที่ทะเบียนรู้ใน as_of',
    note: `หมายเหตุ หรือ “${takenBackNote}”`,
  }),
  table('/cases/{slug}/spread.csv', 'ที่ที่นำกรณีตัวอย่างไปใช้', spreadColumns, {
    adoption: 'เลขของการนำไปใช้ แถวที่เลขเดียวกันเป็นเรื่องเดียวกันที่สองฝ่ายเล่า',
    hop: 'ขั้นที่เท่าไรของการส่งต่อ นับจากกรณีตัวอย่าง',
    adopter: 'เอกสารที่นำไปใช้ เป็น type/slug',
    adopter_name: 'ผู้นำไปใช้',
    adopter_address: 'ที่อยู่ของเอกสารที่นำไปใช้',
    organisations: 'หน่วยงานที่นำไปใช้',
    organisation_names: 'ชื่อหน่วยงานที่นำไปใช้',
    places: 'รหัสพื้นที่ที่นำไปใช้',
    origin: 'เอกสารต้นทางของขั้นนี้ เป็น type/slug',
    origin_title: 'ชื่อเอกสารต้นทาง',
    stated_by: 'ใครบอก adopter เอกสารที่นำไปใช้ origin เอกสารต้นทาง',
    kind: 'ชนิดของคำบอก',
    told_in: 'ที่อยู่ของฉบับแรกที่บอกเรื่องนี้',
    taken_provision: 'ข้อที่นำมา',
    taken_address: 'ที่อยู่ของข้อที่นำมา',
    adapted_provision: 'ข้อที่ปรับใช้',
    adapted_address: 'ที่อยู่ของข้อที่ปรับใช้',
    adapted_words: 'ถ้อยคำของข้อที่ปรับใช้',
    date_start: 'เริ่มใช้เมื่อ',
    date_end: 'วันสุดท้าย เมื่อเป็นช่วง',
    date_as_written: 'วันที่ตามถ้อยคำของแหล่ง',
    date_state: 'สถานะข้อมูลของวันที่',
    change: 'สิ่งที่ปรับ',
    contested: 'สิ่งที่สองฝ่ายบอกไม่ตรงกัน',
    evidence: 'หลักฐานผลงานที่เกิดขึ้น',
    case_edition: 'ลำดับฉบับของกรณีตัวอย่าง',
    address: 'ที่อยู่ถาวรของหน้าที่บอกการขยายผลตามที่ทะเบียนรู้ใน as_of',
  }),
  table('/compare.csv?topic=…&place=…', 'ข้อเรื่องเดียวกันของหลายพื้นที่', concordanceColumns, {
    place_code: 'รหัสพื้นที่',
    place: 'ชื่อพื้นที่ กับพื้นที่ที่อยู่รอบ',
    provision_id: 'รหัสของข้อในฉบับนั้น',
    provision_label: 'ชื่อของข้อตามที่พิมพ์',
    heading: 'ถ้อยคำหัวข้อ',
    text: 'ข้อความของข้อ เป็นบรรทัดเดียว',
    words: 'คำของประเด็นที่พบในข้อ',
    standing: 'สถานะของเอกสารในวันนั้น เป็นรหัส',
    address: 'ที่อยู่ถาวรของข้อ',
    topic: 'ประเด็นที่ถาม',
    day: 'วันที่ที่ถาม',
  }),
  table('/networks.csv', 'เครือข่ายและโครงการ', networkColumns, {
    network: 'ชื่อในที่อยู่ของเครือข่าย',
    kind: 'network เครือข่าย programme โครงการหรือแผนงาน',
    kind_label: 'ชนิด เป็นภาษาไทย',
    name: 'ชื่อเครือข่ายหรือโครงการ',
    summary: 'คำอธิบายสั้น',
    parent: 'เครือข่ายที่เป็นส่วนหนึ่ง',
    hubs: 'จำนวนศูนย์จัดการเครือข่าย',
    named: 'จำนวนสมาชิกที่มีชื่อ นับแห่งละครั้ง',
    claimed: 'บทบาทที่นับ จำนวนที่มีชื่อ ทับจำนวนที่แหล่งอ้าง กับหน่วยนับ',
    works: 'จำนวนเอกสารของเครือข่าย',
    address: 'ที่อยู่ของเครือข่าย',
  }),
  table('/networks/{slug}.csv', 'สมาชิกและเอกสารของเครือข่ายหนึ่ง', networkRowColumns, {
    row: 'ชนิดแถว member สมาชิกในบทบาทหนึ่ง work เอกสารของเครือข่าย',
    since: 'เริ่มบทบาทเมื่อ หรือสถานะที่ขาด',
    since_as_written: 'วันที่เริ่มตามถ้อยคำของแหล่ง',
    until: 'สิ้นสุดบทบาทเมื่อ หรือสถานะที่ขาด',
    until_as_written: 'วันที่สิ้นสุดตามถ้อยคำของแหล่ง',
    functions: 'หน้าที่ในเครือข่าย',
    teaches: 'เรื่องที่สอนหรือถ่ายทอด',
    place_codes: 'รหัสพื้นที่ของเอกสาร หรือที่สมาชิกดูแล คั่นด้วยอัฒภาค',
    address: 'ที่อยู่ของเอกสาร หรือของสมาชิก',
  }),
  {
    ...table('/organisations/{slug}.csv', 'เอกสารที่หน่วยงานหนึ่งมีส่วน', organisationPartColumns, {
      organisation: 'ชื่อในที่อยู่ของหน่วยงานที่มีส่วน คือหน่วยงานนี้ หรือหน่วยงานเดิมที่รับช่วงมา',
      known_by: 'edition ฉบับระบุชื่อ accession เข้าร่วมผ่านทะเบียน',
      ...deeds,
      confirmed_on: 'วันที่ยืนยันการเข้าร่วมผ่านทะเบียน',
      note: `หมายเหตุ หรือ “${takenBackNote}”`,
      address: 'ที่อยู่ของเอกสาร',
    }),
    about:
      'แถวละหนึ่งบทบาทในหนึ่งเรื่อง ตามฉบับปัจจุบันในเวลานั้น เอกสารที่ฉบับระบุชื่อมาก่อน แล้วของหน่วยงานเดิม แล้วที่เข้าร่วมผ่านทะเบียน',
  },
  table('/topics.csv', 'ประเด็น พร้อมจำนวนเอกสาร', countedTopicColumns, {
    row: 'ชนิดแถว scheme รายการประเด็น topic ประเด็นในรายการนั้น',
    topic: 'รหัส scheme/term',
    label: 'ชื่อของประเด็น',
    note: 'คำอธิบายของประเด็น',
    scheme: 'รหัสของรายการประเด็น',
    scheme_title: 'ชื่อของรายการประเด็น',
    scheme_status: 'confirmed รู้ประเด็นในรายการ name_only รู้เพียงชื่อรายการ',
    claimed_size: 'จำนวนที่แหล่งอ้างว่ามีในรายการ',
    topics: 'จำนวนประเด็นของรายการ',
    works: 'จำนวนเรื่องที่อยู่ในประเด็น รวมศูนย์',
    source: 'ที่มาของรายการ',
    address: 'ที่อยู่ของประเด็นหรือรายการ',
  }),
  {
    ...table('/topics/{scheme}/{term}.csv', 'เอกสารของประเด็นหนึ่ง', listColumns, {
      address: 'ที่อยู่ของเอกสาร',
    }),
    about: 'กรองและเรียงได้เหมือนรายการของแต่ละประเภท และมีแถวละข้อด้วย rows=provisions',
  },
  {
    ...table('/places.csv', 'จังหวัด พร้อมจำนวนเอกสาร', countedPlaceColumns, {
      code: 'รหัสทางราชการของพื้นที่',
      level: 'province จังหวัด district อำเภอ tambon ตำบล village หมู่บ้าน',
      name: 'ชื่อพร้อมคำนำหน้า',
      name_en: 'ชื่อภาษาอังกฤษ เมื่อมี',
      place_line: 'ชื่อพร้อมพื้นที่ที่อยู่รอบ',
      works: 'จำนวนเรื่องของพื้นที่และพื้นที่ข้างใน รวมศูนย์',
      address: 'ที่อยู่ของพื้นที่',
    }),
    about: 'ถามด้วย inside=รหัสจังหวัดหรืออำเภอ เพื่อได้พื้นที่ข้างในแทน',
  },
  {
    ...table('/places/{code}.csv', 'เอกสารของพื้นที่หนึ่ง', placeWorkColumns, {
      tie: 'เกี่ยวกับพื้นที่อย่างไร here ของพื้นที่หรือข้างใน possible อาจเป็นของพื้นที่ above ของอำเภอหรือจังหวัดที่ครอบคลุม ส่วนแฟ้มของวันหนึ่งมี stood ใช้อยู่ในวันนั้น above withdrawn ยกเลิกแล้ว undated ไม่รู้ว่าใช้อยู่หรือไม่',
      place: 'รหัสของพื้นที่ที่ถาม',
      place_name: 'ชื่อของพื้นที่ที่ถาม',
      day: 'วันที่ของสถานะ',
      address: 'ที่อยู่ของเอกสาร',
    }),
    about: 'แฟ้มที่ /places/{code}/@{date}.csv บอกว่าวันนั้นเอกสารใดใช้อยู่และใช้ฉบับใด เท่าที่ทะเบียนรู้ในเวลา as_of',
  },
  table('/about/coverage.csv', 'ขอบเขตของทะเบียน แถวละจำนวน', coverageColumns, {
    row: 'ชนิดแถว province จังหวัด unplaced ไม่มีจังหวัด evidence ระดับหลักฐาน provenance แม่แบบและข้อมูลทดสอบ',
    code: 'รหัสจังหวัด ขอบเขต ระดับ หรือที่มา',
    name: 'ชื่อของรหัสนั้น',
    works: 'จำนวนเรื่อง รวมศูนย์',
    address: 'ที่อยู่ของแถวที่อยู่เบื้องหลังจำนวน',
  }),
  table('/about/coverage.csv?rows=facts', 'ขอบเขตของทะเบียน แถวละข้อเท็จจริง', coverageFactColumns, {
    fact: 'รหัสของข้อเท็จจริง',
    label: 'ชื่อของข้อเท็จจริง',
    works: 'จำนวนเรื่องของประเภทนั้น',
    given: 'เรื่องที่แหล่งระบุ',
    none: 'เรื่องที่แหล่งบอกว่าไม่มี',
    disputed: 'เรื่องที่แหล่งขัดกัน',
    unknown: 'เรื่องที่ค้นแล้วไม่มีใครทราบ',
    not_stated: 'เรื่องที่แหล่งไม่กล่าวถึง',
  }),
  table('/download: tammanoon-places.csv', 'พื้นที่', placeColumns, {
    code: 'รหัสทางราชการ 2 หลักจังหวัด 4 หลักอำเภอ 6 หลักตำบล 8 หลักหมู่บ้าน',
    level: 'province จังหวัด district อำเภอ tambon ตำบล village หมู่บ้าน',
    name: 'ชื่อ ไม่มีคำนำหน้า',
    name_en: 'ชื่อภาษาอังกฤษ เมื่อมี',
    parent_code: 'รหัสของพื้นที่ที่อยู่เหนือขึ้นไป',
    postcode: 'รหัสไปรษณีย์ เมื่อมี',
  }),
  table('/download: tammanoon-organisations.csv', 'หน่วยงาน', organisationColumns, {
    slug: 'ชื่อในที่อยู่ของหน่วยงาน',
    kind: 'ชนิดของหน่วยงาน เป็นรหัส',
    kind_label: 'ชนิดของหน่วยงาน เป็นภาษาไทย',
    name: 'ชื่อหน่วยงาน',
    short_name: 'ชื่อย่อ',
    name_en: 'ชื่อภาษาอังกฤษ เมื่อมี',
    aliases: 'ชื่ออื่น คั่นด้วยอัฒภาค',
    dla_code: 'รหัสของกรมส่งเสริมการปกครองท้องถิ่น เมื่อรู้',
    covers: 'รหัสพื้นที่ที่ดูแล คั่นด้วยอัฒภาค',
    parent: 'หน่วยงานที่สังกัด',
  }),
  table('/download: tammanoon-topics.csv', 'ประเด็น', topicColumns, {
    topic: 'รหัส scheme/term',
    label: 'ชื่อของประเด็น',
    scheme: 'รหัสของรายการประเด็น',
    scheme_title: 'ชื่อของรายการประเด็น',
  }),
];
