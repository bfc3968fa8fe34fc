/** What we use of Pagefind's own client. */
type Client = {
  readonly search: (query: string) => Promise<{
    readonly results: readonly { readonly id: string; readonly data: () => Promise<unknown> }[];
  }>;
};

// Not a literal: the address is one of the page, not of the bundle.
const address = '/pagefind/pagefind.js';
const client: Promise<Client> = import(address);

globalThis.ask = async (query) => {
  const { results } = await (await client).search(query);
  await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return results.map(({ id }) => id);
};
