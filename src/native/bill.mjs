// bill.mjs FOLDER: prints the bill of materials (CycloneDX 1.6) of a package with libvips, from what the package says of
// itself: the versions of the libraries inside, and their licences, whose table begins each library with its name.
import { readFileSync } from 'node:fs';

const folder = process.argv[2];
const text = (file) => readFileSync(`${folder}/${file}`, 'utf8');
const { name, version, license } = JSON.parse(text('package.json'));
const rows = [...text('README.md').matchAll(/^\| (\S+) +\| (.+?) *\|$/gm)];
const licences = new Map(rows.map(([, library, licence]) => [library.replace(/^lib/, ''), licence.replace(/\[(.+?)\]\(.+?\)/g, '$1')]));

const inTable = { uhdr: 'ultrahdr' }; // other names than in the list of versions

const library = ([library, release]) => {
  const licence = licences.get(inTable[library] ?? library);
  if (!licence) throw new Error(`the README of ${name} does not name the licence of ${library}`);
  return { type: 'library', name: library, version: release, purl: `pkg:generic/${library}@${release}`, licenses: [{ license: { name: licence } }] };
};
const bill = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: {
    component: {
      type: 'library',
      name,
      version,
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      licenses: [{ license: { id: license } }],
    },
  },
  components: Object.entries(JSON.parse(text('versions.json'))).map(library),
};
console.log(JSON.stringify(bill, null, 2));
