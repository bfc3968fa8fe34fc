import type { PageFiles } from '../../components/as-of-note.ts';
import type { ListView } from '../../components/list-view.ts';
import { cardOf } from '../../domain/edition-card.ts';
import { notStated } from '../../domain/fact.ts';
import type { Scheme } from '../../domain/scheme.ts';
import { testManifest, testWork } from './edition.ts';
import { otherChain, testChain } from './places.ts';

/** A work as a row of a list. */
export const testRow = {
  ...testWork,
  card: cardOf(testManifest),
  standing: 'adopted',
  places: [testChain],
  possiblePlaces: [],
} as const;

export const modelRow = {
  type: 'agreements',
  slug: 'test-agreement',
  card: {
    ...cardOf(testManifest),
    title: 'บันทึกข้อตกลงความร่วมมือทดสอบระหว่างองค์การบริหารส่วนตำบลทดสอบเหนือกับเทศบาลตำบลทดสอบใต้และภาคีเครือข่ายทดสอบ',
    provenance: 'model',
    label: notStated,
    scope: 'network',
  },
  standing: 'signed',
  places: [],
  possiblePlaces: [testChain, otherChain],
} as const;

export const testRows = [testRow, modelRow] as const;

export const testListView: ListView = {
  action: '/charters',
  facets: [
    {
      key: 'province',
      label: 'จังหวัด',
      chosen: '99',
      options: [
        { value: '99', label: 'ทดสอบ', total: 2, href: '/charters?province=99' },
        { value: '98', label: 'ทดลอง', total: 1, href: '/charters?province=98' },
      ],
    },
    {
      key: 'standing',
      label: 'สถานะ',
      chosen: 'adopted',
      options: [
        { value: 'adopted', label: 'ประกาศใช้แล้ว', total: 2, href: '/charters' },
        { value: 'draft', label: 'ร่าง', total: 1, href: '/charters?standing=draft' },
      ],
    },
  ],
  chips: [
    { label: 'จ.ทดสอบ', hrefWithout: '/charters?standing=adopted' },
    { label: 'ประกาศใช้แล้ว', hrefWithout: '/charters?province=99' },
  ],
  sorts: [
    { label: 'ตามชื่อ', href: '/charters', isChosen: true },
    { label: 'ล่าสุดก่อน', href: '/charters?sort=latest', isChosen: false },
  ],
  kept: [['standing', 'adopted']],
  addressOf: (page) => `/charters?page=${page}`,
};

export const testScheme: Scheme = {
  slug: 'test-scheme',
  title: 'รายการประเด็นทดสอบ',
  titleEn: null,
  status: 'confirmed',
  claimedSize: null,
  source: 'แหล่งทดสอบ',
  terms: [
    { slug: 'waste', label: 'ขยะทดสอบ', note: null },
    { slug: 'water', label: 'น้ำทดสอบ', note: null },
  ],
};

/** The rows of a page to take away. */
export const testPageFiles: PageFiles = {
  csv: '/networks/test-network.csv',
  json: '/networks/test-network.json',
  asOf: {
    label: '22 พฤศจิกายน 2569 เวลา 12.00 น.',
    lasting: '/networks/test-network.csv?asOf=2026-11-22T12%3A00%3A00.000%2B07%3A00',
  },
};
