import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Rooms whose files take longest, slowest first: begun last, one would keep the run waiting while other workers idle. */
const slowRooms = ['tests/prove/', 'tests/web/', 'tests/components/', 'tests/pages/'];

/** Runs the files of the slow rooms first, and the others as vitest would. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const rankOf = ({ moduleId }: TestSpecification): number => {
      const rank = slowRooms.findIndex((room) => moduleId.includes(`/${room}`));
      return rank === -1 ? slowRooms.length : rank;
    };
    return usual.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
