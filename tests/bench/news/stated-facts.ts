/** The kinds of what a text states. A role or a part in an event is a fact of its own, beside who is named. */
export const factKinds = ['date', 'quantity', 'organisation', 'role', 'place', 'person', 'part'] as const;
export type FactKind = (typeof factKinds)[number];

/** Each thing that a text states once, however often it says it. */
export type StatedFacts = Readonly<Record<FactKind, readonly string[]>>;

/**
 * What the five source texts of the register state, written down from reading them and completed after what the reader
 * finds had been seen, so not wholly independent of it. The texts are not ours to keep: each is known by its SHA-256, and
 * only facts stand here.
 *
 * Counted as stated: what a text says of the matter, under the names of the register and by official codes. Not counted:
 * buttons and votes of the web page, ordinals (คณะที่ 3, สำนัก 3), towns without the kind of their place, venues.
 */
export const statedFacts: ReadonlyMap<string, StatedFacts> = new Map([
  [
    'abe9031db48fd3fc0f9590ce8c9f2517baba3129f4aa3832304fb64a48646003',
    {
      date: [],
      quantity: [],
      organisation: ['thaihealth', 'psu-health-system-institute'],
      role: [],
      place: [],
      person: [],
      part: [],
    },
  ],
  [
    '55ce333039e8414aa68d3cb41a271730c034e904b589d8c32d99de97a869a9e0',
    {
      date: ['2017-05-15/2017-05-16'],
      quantity: ['54 อปท.', '88 ข้อเสนอ', '5 นักพัฒนา', '7+1 นโยบาย'],
      organisation: [
        'liveable-communities-network',
        'liveable-communities-network-northeast',
        'thaihealth',
        'thaihealth-office-3',
        'academic-centre-northeast',
        'sao-ban-yuak',
        'sao-non-thong',
        'sao-khun-thong',
        'sao-don-chik',
        'subdistrict-municipality-na-pa-saeng',
      ],
      role: [
        'thaihealth funder',
        'sao-ban-yuak hub',
        'sao-non-thong hub',
        'sao-khun-thong hub',
        'sao-don-chik hub',
        'subdistrict-municipality-na-pa-saeng hub',
      ],
      place: ['3001', '411806', '401303', '301220', '341904', '370307'],
      person: [
        'กรรมการบริหารแผนคณะที่ ๓',
        'ผู้อำนวยการสำนักสนับสนุนสุขภาวะชุมชน (สำนัก ๓)',
        'ผู้อำนวยการศูนย์สนับสนุนทางวิชาการเพื่อขับเคลื่อนเครือข่ายชุมชนท้องถิ่นภาคตะวันออกเฉียงเหนือ (ศวภ.อีสาน)',
      ],
      part: [],
    },
  ],
  [
    '5759ab48ae041c8d223a18224e187501ff3490695f9559425ae26bb8b3cd8637',
    {
      date: [],
      quantity: [
        '9 แห่ง',
        '3 ประการ',
        '5 ชุดกิจกรรม',
        'at_least 6 เรื่อง',
        'at_least 6 รูปแบบ',
        'at_least 2 ประเด็น per พื้นที่',
        '1 เรื่อง per ปี',
      ],
      organisation: [
        'thaihealth',
        'thaihealth-office-3',
        'liveable-communities-network',
        'academic-centre-lower-south',
        'subdistrict-municipality-marue-botok',
        'ra-ngae-district-office',
      ],
      role: [],
      place: ['960501'],
      person: [
        'ประธานคณะกรรมการกำกับทิศทางของแผนสุขภาวะชุมชนพื้นที่ภาคใต้',
        'รองผู้จัดการกองทุนสนับสนุนการสร้างเสริมสุขภาพ',
        'ผู้จัดการศูนย์สนับสนุนวิชาการภาคใต้ตอนล่าง',
        'นายอำเภอระแงะ',
      ],
      part: [
        'ประธานคณะกรรมการกำกับทิศทางของแผนสุขภาวะชุมชนพื้นที่ภาคใต้: signatory',
        'รองผู้จัดการกองทุนสนับสนุนการสร้างเสริมสุขภาพ: signatory',
        'ผู้จัดการศูนย์สนับสนุนวิชาการภาคใต้ตอนล่าง: signatory',
        'นายอำเภอระแงะ: witness',
      ],
    },
  ],
  [
    '6cb96dc2f67716473c97b298f6e1cf90870d471219d0aadb763bcfbbaf7b923e',
    {
      date: ['2016-09-08', '2016-09-07/2016-09-08', '2012/2021', '2021'],
      quantity: [
        '4 หน่วยงาน',
        '900 หมู่บ้าน',
        '90 ตำบล',
        '90 อำเภอ',
        '76 จังหวัด',
        '90 พรรษา',
        'more_than 500 คน',
        '6 ข้อ',
        'at_most 3 ปี',
        '10 ปี',
      ],
      organisation: [
        'thaihealth',
        'thaihealth-office-3',
        'community-development-department',
        'department-of-local-administration',
        'codi',
        'ministry-of-interior',
        'ministry-of-social-development',
        'สำนักข่าวสร้างสุข',
      ],
      role: [],
      place: [],
      person: [
        'ราษฎรอาวุโส',
        'ประธานกรรมการสถาบันพัฒนาองค์กรชุมชน (พอช.)',
        'ประธานกรรมการบริหารแผน คณะที่ 3 สสส.',
        'อธิบดีกรมการพัฒนาชุมชน กระทรวงมหาดไทย',
        'รองอธิบดีกรมส่งเสริมการปกครองท้องถิ่น กระทรวงมหาดไทย',
      ],
      part: [
        'ราษฎรอาวุโส: speaker',
        'ประธานกรรมการสถาบันพัฒนาองค์กรชุมชน (พอช.): speaker',
        'ประธานกรรมการบริหารแผน คณะที่ 3 สสส.: speaker',
        'อธิบดีกรมการพัฒนาชุมชน กระทรวงมหาดไทย: speaker',
        'รองอธิบดีกรมส่งเสริมการปกครองท้องถิ่น กระทรวงมหาดไทย: speaker',
      ],
    },
  ],
  [
    'a00972070b3db7f13d64c21ebe19976c4ccbe1fc12dc93d6d9781f7b3b030f8c',
    {
      date: ['2023', '2020', '2017-10-31', '2019', '2021', '2022', '2023-01-30'],
      quantity: ['2 แนวทาง', '15 ตำบล', '200000 บาท'],
      organisation: ['songkhla-community-foundation', 'pao-songkhla'],
      role: ['songkhla-community-foundation secretariat', 'pao-songkhla funder'],
      place: ['90'],
      person: [],
      part: [],
    },
  ],
]);
