// What pdf.js, and so Firefox, reads from a PDF: the texts of each page with their distance from its lower edge, as JSON.
// Usage: node pdf_text.mjs <folder of pdfjs-dist> <file>

import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"

const [folder, file] = process.argv.slice(2)
const { getDocument } = await import(pathToFileURL(`${folder}/legacy/build/pdf.mjs`))
const loaded = await getDocument({
  data: new Uint8Array(readFileSync(file)),
  cMapUrl: `${folder}/cmaps/`,
  standardFontDataUrl: `${folder}/standard_fonts/`,
  verbosity: 0,
}).promise

const pages = []
for (let number = 1; number <= loaded.numPages; number++) {
  const content = await (await loaded.getPage(number)).getTextContent()
  pages.push(content.items.map((item) => [item.str, item.transform[5]]))
}
console.log(JSON.stringify(pages))
