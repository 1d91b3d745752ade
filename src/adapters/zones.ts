/** Time zones by the names that people know them by. */

/** IANA's present names for those that this Node lists by a former one (IANA tz database, `backward`). */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Countries, abbreviations and cities that no zone is named for. "IST" is three zones' own. */
const ALSO: Readonly<Record<string, string>> = {
  UTC: 'GMT Z coordinated universal time Greenwich',
  'Africa/Cairo': 'Egypt Alexandria',
  'Africa/Johannesburg': 'SAST South Africa Pretoria Cape Town Durban',
  'Africa/Lagos': 'WAT Nigeria Abuja',
  'Africa/Nairobi': 'EAT Kenya Mombasa',
  'America/Argentina/Buenos_Aires': 'ART Argentina',
  'America/Bogota': 'Colombia Medellin',
  'America/Chicago': 'CST CDT Central Houston Dallas Austin Minneapolis',
  'America/Denver': 'MST MDT Mountain Salt Lake City',
  'America/Los_Angeles': 'PST PDT Pacific San Francisco Seattle San Diego California Stanford Berkeley',
  'America/Mexico_City': 'Mexico',
  'America/New_York': 'EST EDT ET Eastern Washington DC Boston Philadelphia Miami Atlanta Harvard Yale',
  'America/Sao_Paulo': 'BRT Brazil Rio de Janeiro Brasilia',
  'America/Toronto': 'Ottawa Montreal Canada',
  'America/Vancouver': 'British Columbia',
  'Asia/Dhaka': 'Bangladesh',
  'Asia/Dubai': 'GST Emirates Abu Dhabi',
  'Asia/Ho_Chi_Minh': 'Vietnam Hanoi',
  'Asia/Hong_Kong': 'HKT',
  'Asia/Jakarta': 'WIB Indonesia Bandung',
  'Asia/Jerusalem': 'IST IDT Israel Tel Aviv Haifa',
  'Asia/Karachi': 'PKT Pakistan Islamabad Lahore',
  'Asia/Kathmandu': 'NPT Nepal',
  'Asia/Kolkata': 'IST India New Delhi Mumbai Bombay Bangalore Bengaluru Chennai Madras Hyderabad Pune',
  'Asia/Kuala_Lumpur': 'MYT Malaysia',
  'Asia/Manila': 'PHT Philippines',
  'Asia/Riyadh': 'Saudi Arabia Jeddah Mecca',
  'Asia/Seoul': 'KST South Korea Busan',
  'Asia/Shanghai': 'China Beijing Peking Shenzhen Guangzhou Nanjing',
  'Asia/Singapore': 'SGT',
  'Asia/Taipei': 'Taiwan',
  'Asia/Tehran': 'IRST Iran',
  'Asia/Tokyo': 'JST Japan Osaka Kyoto Yokohama Sapporo',
  'Asia/Yangon': 'Myanmar Burma Naypyidaw',
  'Australia/Perth': 'AWST',
  'Australia/Sydney': 'AEST AEDT Canberra',
  'Europe/Amsterdam': 'Netherlands The Hague Rotterdam Leiden',
  'Europe/Athens': 'EET EEST Greece',
  'Europe/Berlin': 'CET CEST Germany Munich Hamburg Frankfurt Cologne Bonn',
  'Europe/Brussels': 'Belgium Bruges',
  'Europe/Dublin': 'IST Ireland Cork',
  'Europe/Istanbul': 'TRT Turkey Turkiye Ankara Izmir',
  'Europe/Kyiv': 'Ukraine Kharkiv Lviv Odesa',
  'Europe/Lisbon': 'WET WEST Portugal Porto',
  'Europe/London': 'BST Britain England UK United Kingdom Oxford Cambridge Manchester Edinburgh',
  'Europe/Madrid': 'Spain Barcelona',
  'Europe/Moscow': 'MSK Russia Saint Petersburg',
  'Europe/Oslo': 'Norway',
  'Europe/Paris': 'France Lyon Strasbourg',
  'Europe/Prague': 'Czechia Czech Republic',
  'Europe/Rome': 'Italy Milan Florence Naples',
  'Europe/Stockholm': 'Sweden',
  'Europe/Vienna': 'Austria',
  'Europe/Warsaw': 'Poland Krakow',
  'Europe/Zurich': 'Switzerland Geneva Bern',
  'Pacific/Auckland': 'NZST NZDT New Zealand Wellington',
};

export interface NamedZone {
  /** IANA's present name. */
  readonly zone: string;
  readonly city: string;
  /** Other names, one after another. */
  readonly also: string;
}

/** The zones that this machine knows, UTC first. */
export function namedZones(): readonly NamedZone[] {
  const listed = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC');
  return ['UTC', ...listed].map((known) => {
    const zone = RENAMED[known] ?? known;
    const former = Object.keys(RENAMED).find((one) => RENAMED[one] === zone) ?? '';
    return { zone, city: cityOf(zone), also: `${cityOf(former)} ${ALSO[zone] ?? ''}`.trim() };
  });
}

function cityOf(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? '';
}
