/** An obvious test text of about so many bytes in UTF-8, in chapters and clauses; ends with `ข้อทดสอบสุดท้าย`. */
export function longBody(bytes: number): string {
  const blocks: string[] = [];
  let size = 0;
  for (let clause = 1; size < bytes; clause += 1) {
    const chapter = clause % 10 === 1 ? `## หมวด ${Math.ceil(clause / 10)} หมวดทดสอบ\n\n` : '';
    const words = `ให้ทุกหมู่บ้านในตำบลทดสอบช่วยกันดูแลลำเหมืองทดสอบที่ ${clause} ตามที่ประชุมทดสอบตกลงกันไว้`;
    const block = `${chapter}### ข้อ ${clause} เรื่องทดสอบที่ ${clause}\n\n${words}`;
    blocks.push(block);
    size += new TextEncoder().encode(block).length + 2;
  }
  return `${blocks.join('\n\n')}\n\nข้อทดสอบสุดท้าย`;
}
