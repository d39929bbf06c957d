export const intakeErrors = {
  'intake.missing': {
    meaning: 'An input path does not exist.',
    remedy: 'Check the spelling and the current folder. The other inputs are read all the same.',
  },
  'intake.unreadable': {
    meaning: 'An input exists but the system does not let it be read: permissions, or a device that fails.',
    remedy: 'Change the permissions of the file or folder, or copy it to where you may read it.',
  },
  'intake.empty': {
    meaning: 'An input holds no text: the file is empty, or nothing but blanks or page furniture is in it.',
    remedy: 'Give a file with an article in it. A scanned PDF has pictures of text only: run it through OCR first.',
  },
  'intake.empty-folder': {
    meaning: 'A folder holds no file of a kind that is read (.txt, .md, .html, .htm, .xhtml, .pdf, each also as .gz).',
    remedy: 'Name the files one by one if they bear other endings.',
  },
  'intake.binary': {
    meaning: 'An input is neither text nor PDF: an image, an archive, an office file, a program.',
    remedy: 'Save the article as text, Markdown, HTML or PDF.',
  },
  'intake.undecodable': {
    meaning: 'The bytes of a text make no sense in the charset it declares, nor in any that was tried.',
    remedy: 'Save the file as UTF-8.',
  },
  'intake.too-large': {
    meaning:
      'An input is larger than the cap of its kind, packed or unpacked (docs/intake.md lists the caps), or its text is.',
    remedy: 'Split it, or keep only the article: Watchfloor reads articles and reports, no bulk archives.',
  },
  'intake.too-deep': {
    meaning: 'The elements of a page are nested deeper, or are more, than any article needs.',
    remedy: 'Save the article as text and give that.',
  },
  'intake.too-slow': {
    meaning: 'A page or PDF made no progress within the time allowed, or needed too much memory, and was given up.',
    remedy: 'Save the article as text and give that.',
  },
  'intake.malformed': {
    meaning:
      'A file is not what it claims to be, or is damaged: a PDF without pages, a gzip file cut short, a password.',
    remedy: 'Fetch the file again, or save the article in another format.',
  },
  'intake.bad-front-matter': {
    meaning: 'The block between the two `---` lines at the head of a text is no valid YAML mapping.',
    remedy: 'Correct the line that is named, or remove the block.',
  },
  'intake.bad-record': {
    meaning: 'A line of a JSONL input is no JSON object with `id` and either `text` or `html`.',
    remedy: 'Correct the line that is named; docs/intake.md shows the shape. The other lines are read all the same.',
  },
  'intake.bad-date': {
    meaning: 'A date that you gave (--published, front matter, JSONL) is no ISO 8601 date.',
    remedy: 'Write it as 2024-06-18 or 2024-06-18T09:30:00Z.',
  },
  'intake.bad-address': {
    meaning: 'An address is no valid http or https address.',
    remedy: 'Give an address that starts with http:// or https://. Other schemes are never opened.',
  },
  'intake.private-address': {
    meaning:
      'An address, or one it redirects to, lies inside this machine or a private network. Such addresses are refused so that a page cannot make Watchfloor read what is not public.',
    remedy: 'Use --allow-private if you do mean a server of your own.',
  },
  'intake.no-network': {
    meaning: 'A server could not be reached: no network, an unknown host name, a refused or broken connection.',
    remedy: 'Check the connection and the address, or save the page and give the file.',
  },
  'intake.refused': {
    meaning: 'A server answered, but not with the page: an error status, too many redirects, or none to follow.',
    remedy: 'Open the address in a browser; if it shows the article there, save the page and give the file.',
  },
  'intake.robots': {
    meaning:
      'The robots.txt of a site asks that the page not be fetched by programs, or cannot be had from the server.',
    remedy: 'Save the page from a browser and give the file, or use --ignore-robots if you have leave to fetch it.',
  },
  'intake.unsupported-type': {
    meaning: 'A server sent something that is no text, HTML or PDF, by its Content-Type.',
    remedy: 'Look for the page that holds the article itself.',
  },
} as const;
