/**
 * One statement of the five seed texts: which record of the archive holds it, at which field, and what stands there.
 * A path is dotted; `[key=value]` chooses from a list. A pattern is looked for in the value written as JSON.
 */
export type SeedStatement = {
  readonly seed: 'S0' | 'S1' | 'S2' | 'S3' | 'S4';
  readonly says: string;
  /** `agreements/…`, `projects/…`, `charters/…`, `networks/…`, `organisations/…`, `schemes/…`, `pages/…`, `glossary`. */
  readonly record: string;
  readonly path: string;
  readonly holds: string | number | null | RegExp;
};

type Row = readonly [says: string, record: string, path: string, holds: SeedStatement['holds']];
const of = (seed: SeedStatement['seed'], rows: readonly Row[]): readonly SeedStatement[] =>
  rows.map(([says, record, path, holds]) => ({ seed, says, record, path, holds }));

const programme = 'networks/liveable-communities-programme';
const aboutProgramme = 'pages/programme';
const seedZero = of('S0', [
  ['a programme of ThaiHealth', programme, 'kind', 'programme'],
  ['its name', programme, 'name', 'โครงการร่วมสร้างชุมชนท้องถิ่นน่าอยู่'],
  ['ThaiHealth funds it', programme, 'members[organisation=thaihealth].role', 'funder'],
  [
    'สจรส.ม.อ. follows it up and supports',
    programme,
    'members[organisation=psu-health-system-institute].role',
    'monitor',
  ],
  ['its follow-up system', programme, 'dataSystems[owner=psu-health-system-institute].purpose', /ติดตาม/],
  [
    'late projects are handled',
    programme,
    'members[organisation=psu-health-system-institute].functions',
    /ล่าช้า/,
  ],
  ['grantees are trained', programme, 'members[organisation=psu-health-system-institute].teaches', /ผู้รับทุน/],
  ['the South', programme, 'placeNote', /ภาคใต้/],
  ['its aims', programme, 'aims', /พึ่งตนเอง/],
  ['safe and liveable', programme, 'aims', /น่าอยู่ ปลอดภัย/],
  ['sufficiency economy and the environment', programme, 'aims', /เศรษฐกิจพอเพียง รักษาสิ่งแวดล้อม/],
  ['nobody is left behind', programme, 'aims', /ไม่ทอดทิ้ง/],
  ['community data for community plans', programme, 'aims', /ข้อมูลชุมชนทำแผนชุมชน/],
  ['projects that can be funded', programme, 'aims', /ได้รับการสนับสนุนทุน/],
  ['examples, knowledge and innovations to be spread', programme, 'aims', /ชุดความรู้ และนวัตกรรมที่ขยายผล/],
  ['ThaiHealth invites communities', programme, 'summary', /เชิญชวน/],
  ['ThaiHealth began it', programme, 'members[organisation=thaihealth].functions', /แผนงานเชิงรุก.*สนับสนุนทุน/],
  [
    'monitors are supported',
    programme,
    'members[organisation=psu-health-system-institute].functions',
    /สนับสนุนผู้ติดตาม/,
  ],
  [
    'the risk of a grant is seen in time',
    programme,
    'members[organisation=psu-health-system-institute].functions',
    /ลดความเสี่ยงของการสนับสนุนทุนให้ทันเวลา/,
  ],
  [
    'community leaders, village heads, sao and municipalities are trained',
    programme,
    'members[organisation=psu-health-system-institute].functions',
    /แกนนำชุมชน ผู้ใหญ่บ้าน อบต. และเทศบาล/,
  ],
  [
    'monitors and grantees understand monitoring',
    programme,
    'members[organisation=psu-health-system-institute].teaches',
    /ผู้รับทุนและผู้ติดตาม/,
  ],
  [
    'monitoring, support and evaluation',
    programme,
    'dataSystems[owner=psu-health-system-institute].purpose',
    /ติดตาม สนับสนุน และประเมินผล/,
  ],
  ['no grantee is named', programme, 'membersNote', /ไม่ออกชื่อ/],
  [
    'no years, numbers, money or report periods are told',
    programme,
    'note',
    /ไม่บอกปี.*จำนวน.*วงเงิน.*งวดรายงาน/,
  ],
  ['no province is named', programme, 'placeNote', /ไม่ระบุจังหวัด/],
  ['the page tells that communities are the base', aboutProgramme, 'text', /ชุมชนและท้องถิ่นคือฐาน/],
  ['by taking part, learning and thinking together', aboutProgramme, 'text', /เรียนรู้ร่วมกัน คิดและทำร่วมกัน/],
  ['with public and private bodies of the place', aboutProgramme, 'text', /หน่วยงานรัฐและเอกชนในท้องถิ่น/],
  ['who handles what is late', aboutProgramme, 'text', /จัดการโครงการที่ล่าช้า/],
  ['risks are seen early', aboutProgramme, 'text', /เห็นความเสี่ยงแต่เนิ่น/],
  ['monitors, looked after by the institute', aboutProgramme, 'text', /ผู้ติดตามโครงการ.*สจรส\.ม\.อ\. ดูแล/],
  ['and what the source leaves out', aboutProgramme, 'text', /ปีที่เริ่มและสิ้นสุด จำนวนโครงการ วงเงิน/],
]);

const isan = 'agreements/northeast-54-lao-2560';
const isanNetwork = 'networks/liveable-communities-northeast';
const hubs = [
  ['sao-ban-yuak', '411806'],
  ['sao-non-thong', '401303'],
  ['sao-khun-thong', '301220'],
  ['sao-don-chik', '341904'],
  ['subdistrict-municipality-na-pa-saeng', '370307'],
] as const;
const seedOne = of('S1', [
  ['15–16 May 2560 begins', isan, 'adopted.value.start', '2017-05-15'],
  ['and ends', isan, 'adopted.value.end', '2017-05-16'],
  ['as written, in Thai digits', isan, 'adopted.value.textAsWritten', '๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐'],
  ['54 LAOs are claimed', isan, 'claims[property=parties].value', 54],
  ['in Thai digits in the text', isan, 'claims[property=parties].textAsWritten', '๕๔ อปท.'],
  ['and Arabic in the headline', isan, 'claims[property=parties].note', /54 อปท\.ร่วมลงนาม/],
  ['a network memorandum', isan, 'legalNature', 'mou'],
  ['also called a declaration', isan, 'aliases', /ปฏิญญา ๕๔ อปท\./],
  ...hubs.flatMap(([slug, place]): readonly Row[] => [
    [`${slug} is a party as hub`, isan, `parties[organisation=${slug}].role`, 'hub'],
    [
      `${slug} signed on those days`,
      isan,
      `parties[organisation=${slug}].actions.0.date.value.end`,
      '2017-05-16',
    ],
    [`${slug} is a hub of the network`, isanNetwork, `members[organisation=${slug}].role`, 'hub'],
    [`since when is not stated`, isanNetwork, `members[organisation=${slug}].since.kind`, 'not_stated'],
    [`${slug} trains TCNAP`, isanNetwork, `members[organisation=${slug}].teaches`, /TCNAP/],
    [`${slug} covers its tambon`, `organisations/${slug}`, 'covers', new RegExp(place)],
  ]),
  ['hubs pass on knowledge', isan, 'facts.hubDuties.value', /ถ่ายทอดองค์ความรู้/],
  ['hubs design learning', isan, 'facts.hubDuties.value', /ออกแบบและจัดกระบวนการเรียนรู้/],
  ['hubs manage the network', isan, 'facts.hubDuties.value', /กลไกบริหารจัดการเครือข่าย/],
  [
    'ThaiHealth supports with money and method',
    isan,
    'parties[organisation=thaihealth].note',
    /สนับสนุนทุนและวิธีการ/,
  ],
  ['Office 3 connects', isan, 'parties[organisation=thaihealth-office-3].role', 'funder'],
  ['Office 3 is a unit of ThaiHealth', 'organisations/thaihealth-office-3', 'parent', 'thaihealth'],
  ['ศวภ.อีสาน', isan, 'parties[organisation=academic-centre-northeast].role', 'academic_centre'],
  ['its short name', 'organisations/academic-centre-northeast', 'shortName', 'ศวภ.อีสาน'],
  ['88 proposals to be given form', isan, 'commitments[id=proposals-88].value', 88],
  ['exactly', isan, 'commitments[id=proposals-88].comparator', 'exactly'],
  ['by the network', isan, 'commitments[id=proposals-88].scope', '["network"]'],
  ['7+1 policies', isan, 'commitments[id=policies-7-plus-1].value', 8],
  ['as written', isan, 'commitments[id=policies-7-plus-1].textAsWritten', '๗+๑ นโยบายสาธารณะ'],
  ['7+1 have no titles', 'schemes/seven-plus-one-policies', 'terms', '[]'],
  ['88 have no titles', 'schemes/eighty-eight-proposals', 'terms', '[]'],
  ['88 by size', 'schemes/eighty-eight-proposals', 'claimedSize', '๘๘'],
  ['5 developers by name only', 'schemes/five-developers', 'status', 'name_only'],
  ['5 developers claimed', isanNetwork, 'claims[unit=นักพัฒนา].value', 5],
  [
    'the network speaks of all three',
    isanNetwork,
    'schemes',
    /seven-plus-one.*eighty-eight.*five-developers/,
  ],
  ['TCNAP', isanNetwork, 'dataSystems[name=ระบบข้อมูลตำบล (TCNAP)].purpose', /ข้อมูลตำบล/],
  ['who uses TCNAP is not stated', isanNetwork, 'dataSystems[name=ระบบข้อมูลตำบล (TCNAP)].uses', '[]'],
  ['seven domains of TCNAP', 'schemes/tcnap-domains', 'terms.length', 7],
  ['RECAP', isanNetwork, 'dataSystems', /RECAP/],
  [
    'community communication, without a number',
    isanNetwork,
    'dataSystems[name=ระบบสื่อสารชุมชน].note',
    /ไม่ระบุจำนวน/,
  ],
  ['hotel and room', isan, 'facts.venue.value', /โรงแรมสีมาธานี อำเภอเมือง จังหวัดนครราชสีมา/],
  ['the event', isanNetwork, 'events.0.title', /พิธีลงนาม/],
  ['attendance is not stated', isanNetwork, 'events.0.attendance.kind', 'not_stated'],
  ['an officer of ThaiHealth', isan, 'people[name=นายธวัชชัย ฟักอังกูร].office', /กรรมการบริหารแผนคณะที่ ๓/],
  [
    'the director of Office 3',
    isan,
    'people[organisation=thaihealth-office-3].name',
    'นางสาวดวงพร เฮงบุญยพันธ์',
  ],
  ['the director of ศวภ.', isan, 'people[organisation=academic-centre-northeast].name', 'นางธัญญา แสงอุบล'],
  ['who signed is not stated', isan, 'people[name=นางธัญญา แสงอุบล].capacity', 'attending'],
  ['the network above it', isanNetwork, 'parent', 'liveable-communities-network'],
  ['duration is not stated', isan, 'facts.duration.kind', 'not_stated'],
  ['decentralisation', isan, 'facts.purposes.value', /กระจายอำนาจ/],
  ['the slip of the press is told', isan, 'sources.0.note', /ระดัโดยบตำบล/],
]);

const rangae = 'agreements/ra-ngae-9-lao-resilience';
const rangaeNetwork = 'networks/ra-ngae-resilience';
const sixes: readonly Row[] = [
  ['health-innovations', 'เรื่อง'],
  ['economy-models', 'รูปแบบ'],
  ['environment-models', 'รูปแบบ'],
].flatMap(([id = '', unit = '']): readonly Row[] => [
  [`${id}: six`, rangae, `commitments[id=${id}].value`, 6],
  [`${id}: at least`, rangae, `commitments[id=${id}].comparator`, 'at_least'],
  [`${id}: unit`, rangae, `commitments[id=${id}].unit`, unit],
  [`${id}: of the network or of each`, rangae, `commitments[id=${id}].scope`, '["network","each_party"]'],
]);
const seedTwo = of('S2', [
  ['no date at all', rangae, 'adopted.kind', 'not_stated'],
  ['signed all the same', rangae, 'parties[organisation=academic-centre-lower-south].actions.0.kind', 'sign'],
  ['the memorandum is under a programme', rangae, 'facts.programme.value', /สู่การรู้รับปรับตัว/],
  ['whose name varies', 'networks/resilience-programme', 'aliases', /การรับรู้รับปรับตัว/],
  ['the network works under it', rangaeNetwork, 'programme', 'resilience-programme'],
  ['9 LAOs', rangae, 'claims.0.value', 9],
  ['read without the named one', rangae, 'claims.0.roles', '["member"]'],
  ['or with it', rangae, 'claims.1.roles', '["member","party"]'],
  ['still 9', rangae, 'claims.1.value', 9],
  ['the network has both readings', rangaeNetwork, 'claims', /"member"\].*"member","party"/],
  [
    'ทต.มะรือโบตก is named',
    rangae,
    'parties[organisation=subdistrict-municipality-marue-botok].role',
    'party',
  ],
  [
    'which is not the อบต.',
    'organisations/subdistrict-municipality-marue-botok',
    'kind',
    'subdistrict_municipality',
  ],
  ['Office 3 held the ceremony', rangae, 'parties[organisation=thaihealth-office-3].note', /จัดพิธี/],
  ['hall, tambon, amphoe', rangae, 'facts.venue.value', /ที่ว่าการอำเภอระแงะ ตำบลตันหยงมัส/],
  ['amphoe', rangae, 'places', /9605/],
  ['the chair of the steering committee signed', rangae, 'people[name=นายณัฐพงศ์ ศิริชนะ].capacity', 'signatory'],
  ['the committee', rangaeNetwork, 'groups.0.name', /คณะกรรมการกำกับทิศทาง/],
  [
    'the deputy manager of ThaiHealth signed',
    rangae,
    'people[name=นายประกาศิต กายะสิทธิ์].capacity',
    'signatory',
  ],
  ['the manager of the centre signed', rangae, 'people[name=นางสาววโรชา ศรีเจริญ].capacity', 'signatory'],
  ['nine mayors without names', rangae, 'people[office=นายกองค์กรปกครองส่วนท้องถิ่น 9 แห่ง (ไม่ระบุชื่อ)].name', null],
  ['the amphoe chief is a witness', rangae, 'people[name=นายกิตติพงศ์ อำพันธ์].capacity', 'witness'],
  ['guests are witnesses', rangae, 'people', /แขกผู้มีเกียรติ.*witness/],
  ['S-I-I', 'schemes/sii-strategies', 'terms.length', 3],
  ['five activity sets by name only', 'schemes/five-activity-sets', 'terms', '[]'],
  ['five joint targets', 'schemes/joint-targets', 'terms.length', 5],
  ['four goals', 'schemes/change-goals', 'terms.length', 4],
  ['in the agreement too', rangae, 'facts.goals.value.length', 4],
  ...sixes,
  ['2 area agreements', rangae, 'commitments[id=area-agreements].value', 2],
  ['at least', rangae, 'commitments[id=area-agreements].comparator', 'at_least'],
  ['each area', rangae, 'commitments[id=area-agreements].scope', '["each_place"]'],
  ['1 network agreement', rangae, 'commitments[id=network-agreement].value', 1],
  ['each year', rangae, 'commitments[id=network-agreement].per', 'be_year'],
  ['mutual aid', rangae, 'facts.memberDuties.value', /โครงข่ายความคุ้มครองทางสังคม/],
  ['a plan of each', rangae, 'facts.memberDuties.value', /แผนปฏิบัติการรู้รับปรับตัว/],
  ['duration is not stated', rangae, 'facts.duration.kind', 'not_stated'],
  ['guests of honour are witnesses too', rangae, 'people', /แขกผู้ทรงเกียรติ.*witness/],
  ['by taking part and learning together', rangae, 'facts.strategies.value', /การมีส่วนร่วมและเรียนรู้ร่วมกัน/],
  ['no number who came', rangae, 'facts.attendance.kind', 'not_stated'],
  ['no member is named', rangaeNetwork, 'membersNote', /ไม่ออกชื่อ อปท\. เครือข่ายแห่งใด/],
  ['no date of the ceremony', rangaeNetwork, 'events.0.date.kind', 'not_stated'],
  ['no term of the steering committee', rangaeNetwork, 'groups.0.term.kind', 'not_stated'],
  ['slips of the press are told', rangae, 'sources.0.note', /เครือข่สบ.*พัฒนาวัตกรรม/],
]);

const four = 'agreements/four-agencies-2559';
const fourProgramme = 'networks/strong-communities-2559';
const targets = [
  ['model-villages', 900, 'หมู่บ้าน'],
  ['model-tambons', 90, 'ตำบล'],
  ['amphoe-covered', 90, 'อำเภอ'],
  ['provinces-covered', 76, 'จังหวัด'],
] as const;
const agencies = [
  'community-development-department',
  'department-of-local-administration',
  'codi',
  'thaihealth',
];
const seedThree = of('S3', [
  ['8 September', four, 'adopted.value.start', '2016-09-08'],
  ['the year is from elsewhere in the text', four, 'adopted.value.textAsWritten', 'วันที่ 8 กันยายน'],
  ['7–8 September 2559', fourProgramme, 'events.0.date.value.start', '2016-09-07'],
  ...agencies.flatMap((slug): readonly Row[] => [
    [`${slug} signed`, four, `parties[organisation=${slug}].actions.0.kind`, 'sign'],
    [`${slug} as a national agency`, four, `parties[organisation=${slug}].role`, 'national_agency'],
    [`${slug} in the programme`, fourProgramme, `members[organisation=${slug}].role`, 'national_agency'],
  ]),
  ['four are claimed', four, 'claims[property=parties].value', 4],
  ...targets.flatMap(([id, value, unit]): readonly Row[] => [
    [`${id}: how many`, four, `commitments[id=${id}].value`, value],
    [`${id}: of what`, four, `commitments[id=${id}].unit`, unit],
    [`${id}: in the whole country`, four, `commitments[id=${id}].scope`, '["national"]'],
    [`${id}: in three years at most`, four, `commitments[id=${id}].period`, 'ไม่เกิน 3 ปี'],
    [`${id}: counted from when is not stated`, four, `commitments[id=${id}].due.kind`, 'not_stated'],
  ]),
  ['more than 500 came', four, 'claims[property=attendance].value', 500],
  ['more than', four, 'claims[property=attendance].textAsWritten', 'กว่า 500 คน'],
  ['to the event', fourProgramme, 'events.0.attendance.value.amount', 500],
  ['at BITEC', four, 'facts.venue.value', /ไบเทค บางนา/],
  ['six frames', 'schemes/four-agency-frames', 'terms.length', 6],
  ['five domains of data', 'schemes/community-data-domains', 'terms.length', 5],
  ['the data system', fourProgramme, 'dataSystems.0.purpose', /สังคม ประชาธิปไตย เศรษฐกิจ สิ่งแวดล้อม และสุขภาพ/],
  ['the chain of plans', four, 'facts.jointActions.value', /แผนพัฒนาหมู่บ้าน.*แผนพัฒนาท้องถิ่น.*แผนพัฒนาจังหวัด/],
  ['indicators, which also evaluate agencies', fourProgramme, 'dataSystems.1.purpose', /ประเมินผลหน่วยงาน/],
  ['the joint working group', fourProgramme, 'groups.0.kind', 'working_group'],
  ['its plan of three years at most', fourProgramme, 'groups.0.term.value', 'ไม่เกิน 3 ปี'],
  ['strategy 2555–2564', four, 'facts.schemes.value', /2555-2564/],
  ['vision to 2564', four, 'facts.schemes.value', /ถึงปี 2564/],
  ['speakers in office', four, 'people[organisation=codi].capacity', 'speaker'],
  ['the news agency', four, 'sources.0.publisher', 'สำนักข่าวสร้างสุข'],
  ['the caption inside a word, and a slip', four, 'sources.0.note', /คำบรรยายภาพแทรก.*ผู้ข้าร่วม/],
]);

const project = 'projects/songkhla-integrated-health-2566';
const tambons = 'networks/songkhla-liveable-tambons';
const cities = ['901101', '900101', '901102', '901118', '901007'];
const seedFour = of('S4', [
  ['its name', project, 'title', 'โครงการบูรณาการสร้างสุขภาพอนามัยภาคประชาชน ประจำปี พ.ศ.๒๕๖๖'],
  ['its owner', project, 'parties[organisation=songkhla-community-foundation].role', 'owner'],
  ['its funder', project, 'parties[organisation=pao-songkhla].role', 'funder'],
  ['budget', project, 'facts.budget.value.amount', 200_000],
  ['as written', project, 'facts.budget.value.textAsWritten', '200,000.00 บาท'],
  ['that can be counted', project, 'claims[property=budget].value', 200_000],
  ['for which year', project, 'claims[property=budget].note', /พ\.ศ\.๒๕๖๖/],
  ['three aligned goals', project, 'facts.alignedGoals.value.length', 3],
  ['own goals are blank', project, 'facts.goals.kind', 'not_stated'],
  ['target groups are blank', project, 'facts.targetGroups.kind', 'not_stated'],
  ['planned is blank', project, 'facts.targetPlanned.kind', 'not_stated'],
  ['attended is blank', project, 'facts.targetAttended.kind', 'not_stated'],
  ['formats without a tick', project, 'facts.formats.kind', 'not_stated'],
  ['activity types without a tick', project, 'facts.activityTypes.kind', 'not_stated'],
  ['20 types in the form', 'schemes/activity-types', 'terms.length', 20],
  ['the province only', project, 'facts.areas.value', '["จังหวัดสงขลา"]'],
  ['area character is blank', project, 'facts.areaCharacter.kind', 'not_stated'],
  ['entered on', project, 'facts.enteredAt.value.start', '2023-01-30'],
  ['with the time', project, 'facts.enteredAt.value.textAsWritten', '30 ม.ค. 2566 16:03 น.'],
  ['15 tambons in 2562', project, 'claims[property=charter_tambons].value', 15],
  ['beside 22 of the news', tambons, 'claims[textAsWritten=22 ตำบล].value', 22],
  ['15 in the programme too', tambons, 'claims[textAsWritten=จำนวน ๑๕ ตำบล].value', 15],
  ['the charter has both', 'charters/songkhla-liveable-tambons', 'facts.targetedPlaces.kind', 'disputed'],
  ...cities.map((code): Row => ['one of five cities', project, 'places', new RegExp(code)]),
  ['five cities by name', tambons, 'claims[unit=เมือง].value', 5],
  ['2020 is a common-era year in Thai digits', 'schemes/songkhla-2020', 'title', 'วิสัยทัศน์สงขลา ๒๐๒๐'],
  ['three pillars', 'schemes/songkhla-2020', 'terms.length', 3],
  ['hearing of 31 October 2560', tambons, 'events.0.date.value.start', '2017-10-31'],
  [
    'the needs came from a named network too',
    project,
    'facts.rationale.note',
    /ผู้เห็นแก่ประโยชน์ส่วนรวมประจำจังหวัด/,
  ],
  ['the annual forum, without a date', tambons, 'events.2.date.kind', 'not_stated'],
  ['its name', tambons, 'events.2.title', /วันพลเมืองสงขลา/],
  ['iMedCare', tambons, 'dataSystems[name=iMedCare].purpose', /ดูแลผู้ป่วยที่บ้าน/],
  ['whose it is, is not stated', tambons, 'dataSystems[name=iMedCare].owner', null],
  ['central data', tambons, 'dataSystems[name=ระบบข้อมูลกลาง].aliases', /ฐานข้อมูลร่วม/],
  ['central fund', tambons, 'dataSystems[name=กองทุนกลาง].note', /ไม่บอกวงเงิน/],
  ['the secretariat', tambons, 'groups[kind=secretariat].organisation', 'songkhla-community-foundation'],
  ['practices', project, 'body', /ห้องเรียนสวนผักคนเมือง.*ธรรมนูญทอดผ้าป่าขยะรีไซเคิล/],
  ['healthy food market', project, 'body', /ตลาดอาหารสุขภาพ/],
  ['year by year', project, 'facts.years.value.length', 5],
  ['cellular networks', 'glossary', '[term=เครือข่ายแบบเซลลูล่า].definition', /เครือข่าย/],
  ['slips are kept in the source note', project, 'sources.0.note', /Hybridge และ นวตกรรม/],
  ['results are unknown', project, 'facts.results.kind', 'unknown'],
]);

/** Every statement of the seeds that the register has to hold, seed by seed. */
export const seedStatements: readonly SeedStatement[] = [
  ...seedZero,
  ...seedOne,
  ...seedTwo,
  ...seedThree,
  ...seedFour,
];

/** Every count of the seeds: the record that holds it as a claim or as a commitment, its number, and its own words. */
export const countsOfSeeds: readonly (readonly [record: string, value: number, textAsWritten: string])[] = [
  [isan, 54, '๕๔ อปท.'],
  [isan, 88, '๘๘ ข้อเสนอ'],
  [isan, 8, '๗+๑ นโยบายสาธารณะ'],
  [isan, 5, '๕ นักพัฒนา'],
  [rangae, 6, 'ไม่น้อยกว่า 6 เรื่อง'],
  [rangae, 6, 'ไม่น้อยกว่า 6 รูปแบบ'],
  [rangae, 6, 'ในระดับตำบลไม่น้อยกว่า 6 รูปแบบ'],
  [rangae, 2, 'อย่างน้อยพื้นที่ละ 2 ประเด็น'],
  [rangae, 1, 'ปีละ 1 เรื่อง'],
  [rangae, 9, 'อปท.ภาคีเครือข่าย 9 แห่ง'],
  [four, 4, '4 หน่วยงาน'],
  [four, 900, '900 หมู่บ้าน'],
  [four, 90, '90 ตำบล'],
  [four, 90, '90 อำเภอ'],
  [four, 76, '76 จังหวัด'],
  [four, 500, 'กว่า 500 คน'],
  [project, 15, '๑๕ ตำบล'],
  [project, 200_000, '200,000.00 บาท'],
  [tambons, 15, 'จำนวน ๑๕ ตำบล'],
  [tambons, 22, '22 ตำบล'],
];
