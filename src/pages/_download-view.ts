import type { DownloadFileName, DownloadSet } from '../bulk/download-set.ts';
import { addresses } from '../domain/addresses.ts';

const what: Readonly<Record<DownloadFileName, string>> = {
  'tammanoon-editions.ndjson.gz':
    'ทุกฉบับ บรรทัดละฉบับเป็น JSON มีข้อมูลกำกับและเนื้อความ (manifest) ค่า SHA-256 และเวลาเผยแพร่ คลายด้วย gzip',
  'tammanoon-archive.tar.gz':
    'หอเอกสารทั้งชุด แฟ้มข้อความหนึ่งแฟ้มต่อหนึ่งฉบับ พร้อมหน่วยงาน เครือข่าย เหตุการณ์ สิ่งที่ยื่นต่อข้อตกลงซึ่งเป็นสาธารณะ และเอกสารแนบ นำเข้าทะเบียนว่างแล้วได้ค่าตรวจสอบเดิมทุกฉบับ',
  'tammanoon-places.csv': 'รหัสและชื่อจังหวัด อำเภอ ตำบล และหมู่บ้านที่เอกสารกล่าวถึง',
  'tammanoon-organisations.csv': 'หน่วยงานที่เอกสารกล่าวถึง กับพื้นที่ที่ดูแล',
  'tammanoon-topics.csv': 'รหัสและชื่อของประเด็น',
  SHA256SUMS: 'ค่าตรวจสอบของทุกแฟ้ม ตรวจด้วยคำสั่ง sha256sum -c SHA256SUMS',
};

/** The files of a set as the page shows them. */
export const downloadFiles = ({ id, files }: DownloadSet) =>
  files.map(({ name, bytes, sha256 }) => ({
    name,
    href: addresses.downloadFile(id, name),
    what: what[name],
    bytes,
    sha256,
  }));
