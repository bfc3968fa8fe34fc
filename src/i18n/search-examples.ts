/** Searches that find something in the seeded register, shown where nobody has typed yet. */
export const searchExamples = ['รู้รับปรับตัว', 'มะรือโบตก', 'จัดการขยะ', '2560'] as const;
