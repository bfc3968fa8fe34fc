const thousands = new Intl.NumberFormat('th-TH-u-nu-latn', { maximumFractionDigits: 2 });

/** 200000 as 200,000. */
export const formatNumber = (value: number): string => thousands.format(value);
