/** What the front door itself can answer instead of a page: one line for each status. */
export type RefusalStatus = 400 | 403 | 404 | 405 | 408 | 413 | 414 | 417 | 421 | 431 | 500 | 503;

/** Thai sentences for the reader: what happened, and what to do next. */
export type RefusalText = {
  readonly code: string;
  readonly happened: string;
  readonly next: string;
};

export const refusals: Readonly<Record<RefusalStatus, RefusalText>> = {
  400: {
    code: 'bad_request',
    happened: 'ที่อยู่หรือคำขอนี้เขียนผิดรูปแบบ ระบบจึงอ่านไม่ได้',
    next: 'โปรดตรวจที่อยู่อีกครั้ง หรือเริ่มจากหน้าแรก',
  },
  403: {
    code: 'cross_site',
    happened: 'คำขอนี้ไม่ได้ส่งมาจากหน้าเว็บของทะเบียนเอง จึงไม่ได้ดำเนินการใด ๆ',
    next: 'โปรดเปิดหน้าของทะเบียน แล้วส่งแบบฟอร์มจากหน้านั้นอีกครั้ง',
  },
  404: {
    code: 'not_found',
    happened: 'ไม่พบหน้าตามที่อยู่นี้',
    next: 'โปรดตรวจที่อยู่อีกครั้ง หรือค้นหาจากหน้าแรก',
  },
  405: {
    code: 'method_not_allowed',
    happened: 'ที่อยู่นี้ไม่รับคำสั่งแบบที่ส่งมา',
    next: 'โปรดเปิดอ่านตามปกติด้วยเบราว์เซอร์ หรือใช้คำสั่งที่ระบุไว้ในส่วนหัว Allow',
  },
  408: {
    code: 'request_timeout',
    happened: 'คำขอส่งมาไม่ครบภายในเวลาที่กำหนด',
    next: 'โปรดตรวจสัญญาณอินเทอร์เน็ต แล้วลองส่งใหม่อีกครั้ง',
  },
  413: {
    code: 'body_too_large',
    happened: 'ข้อมูลที่ส่งมามีขนาดใหญ่เกิน 2 เมกะไบต์ ระบบจึงไม่ได้รับไว้',
    next: 'โปรดลดขนาดข้อความ หรือแบ่งส่งเป็นส่วน ๆ',
  },
  414: {
    code: 'address_too_long',
    happened: 'ที่อยู่หรือคำค้นยาวเกินไป',
    next: 'โปรดใช้คำค้นที่สั้นลง',
  },
  417: {
    code: 'expectation_failed',
    happened: 'คำขอมีเงื่อนไข Expect ที่ระบบไม่รองรับ',
    next: 'โปรดส่งใหม่โดยไม่มีส่วนหัว Expect',
  },
  421: {
    code: 'unknown_host',
    happened: 'เครื่องนี้ไม่ได้ให้บริการเว็บไซต์ตามชื่อที่ขอมา',
    next: 'โปรดเปิดด้วยที่อยู่ทางการของทะเบียน หากท่านเป็นผู้ดูแลระบบ โปรดตั้งค่า SITE_URL ให้ตรงกับที่อยู่ที่ประชาชนใช้',
  },
  431: {
    code: 'headers_too_large',
    happened: 'ส่วนหัวของคำขอมีขนาดใหญ่เกินไป',
    next: 'โปรดลบคุกกี้ของเว็บไซต์นี้ในเบราว์เซอร์ แล้วลองใหม่อีกครั้ง',
  },
  500: {
    code: 'unexpected',
    happened: 'ระบบทำหน้านี้ให้ไม่สำเร็จ ข้อมูลที่เผยแพร่แล้วไม่ได้เสียหาย และไม่มีสิ่งใดถูกเปลี่ยนแปลงโดยไม่แจ้ง',
    next: 'โปรดลองใหม่อีกครั้งในอีกสักครู่ หากยังไม่ได้ โปรดแจ้งผู้ดูแลระบบพร้อมรหัสอ้างอิง',
  },
  503: {
    code: 'busy',
    happened: 'ขณะนี้มีผู้ใช้งานมากเกินกว่าที่ระบบจะทำหน้านี้ให้ทัน',
    next: 'โปรดลองใหม่อีกครั้งในอีกสักครู่',
  },
};
