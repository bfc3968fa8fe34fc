import { parseArgs } from 'node:util';
import { openRegister, type Register } from '../../db/connection.ts';
import { countTopics } from '../../src/registry/count-topics.ts';
import { knowAsOf } from '../../src/registry/know-as-of.ts';
import { listProvinces } from '../../src/registry/list-places.ts';
import { askerOf, benchedRegister, measurePage } from './page-cpu.ts';

/**
 * CPU for each request of list and place pages, made by the built pages themselves: no front door, so nothing is
 * kept between requests. The register is the one of DATA_DIR. Exit code 1 when a page takes more than `--at-most`
 * milliseconds, or is not answered with 200.
 */
export default async function lists(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { requests: { type: 'string', default: '40' }, 'at-most': { type: 'string', default: '25' } },
  });
  const file = benchedRegister('registry generate --works 10000');
  const register = openRegister({ file });
  try {
    const ask = await askerOf(register);
    const about = await measurePage(ask, '/about', Number(values.requests));
    console.log(
      `${file}: ${register.revision()} public changes; beside /about at ${about.cpu.toFixed(1)} ms CPU`,
    );
    const slow: string[] = [];
    for (const address of await addressesOf(register)) {
      const { cpu, bytes, status } = await measurePage(ask, address, Number(values.requests));
      if (status !== 200 || cpu > Number(values['at-most'])) slow.push(address);
      const ratio = (cpu / about.cpu).toFixed(1);
      console.log(
        `${cpu.toFixed(1).padStart(7)} ms  ${ratio.padStart(5)} ×  ${Math.round(bytes / 1024)} KB  ${address}`,
      );
    }
    if (slow.length > 0) console.log(`over ${values['at-most']} ms: ${slow.join(' ')}`);
    return slow.length === 0 ? 0 : 1;
  } finally {
    register.close();
  }
}

/** Lists whole, far in, narrowed in each way and in all ways; the province with most works, down to a tambon. */
async function addressesOf(register: Register): Promise<readonly string[]> {
  const known = await knowAsOf(register, null, new Date().toISOString());
  if (known.kind !== 'known') throw new Error('the register always knows what it holds now');
  const provinces = (await listProvinces(register, known.asOf)).toSorted((a, b) => b.works - a.works);
  const province = provinces[0]?.code ?? '90';
  const topics = [...(await countTopics(register, known.asOf))].toSorted(([, a], [, b]) => b - a);
  const topic = topics[0]?.[0] ?? 'issues/waste';
  return [
    '/charters',
    '/charters?page=100',
    '/charters?sort=latest',
    `/charters?province=${province}`,
    `/charters?topic=${encodeURIComponent(topic)}`,
    '/charters?standing=adopted',
    '/charters?standing=adopted&page=100&sort=latest',
    '/charters?year=2560',
    `/charters?province=${province}&standing=adopted&provenance=test`,
    '/cases?year=2560&standing=adopted',
    `/topics/${topic}`,
    '/topics',
    '/places',
    `/places/${province}`,
    `/places/${province}01`,
    `/places/${province}0101`,
    `/places/${province}/@2020-01-01`,
    `/places/${province}0101/@2020`,
  ];
}
