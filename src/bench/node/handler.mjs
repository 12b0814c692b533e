// The same work as the function's for one rendition, written as usual for Lambda: SQS batch in, partial batch response out.
// For each upload it looks up the manifest, gets the upload, and puts one WebP 320 pixels wide and the manifest.
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import sharp from 'sharp';

const bucket = process.env.RENDITIONS_BUCKET;
const s3 = new S3Client({ forcePathStyle: true });
sharp.cache(false);

export async function handler(event) {
  const failures = [];
  await Promise.all(event.Records.map(async (message) => {
    try {
      for (const record of JSON.parse(message.body).Records) await render(record.s3);
    } catch (problem) {
      console.error(problem);
      failures.push({ itemIdentifier: message.messageId });
    }
  }));
  return { batchItemFailures: failures };
}

async function render({ bucket: { name }, object: { key: encoded, eTag } }) {
  const key = decodeURIComponent(encoded.replaceAll('+', ' '));
  if ((await madeFrom(key)) === eTag) return;
  const upload = await s3.send(new GetObjectCommand({ Bucket: name, Key: key, IfMatch: `"${eTag}"` }));
  const { data, info } = await sharp(await upload.Body.transformToByteArray(), { failOn: 'error' })
    .rotate()
    .resize({ width: 320, withoutEnlargement: true })
    .webp({ quality: 80, effort: 2 })
    .toBuffer({ resolveWithObject: true });
  const place = `renditions/${key}/small.webp`;
  await put(place, data, 'image/webp', { CacheControl: 'public, max-age=86400' });
  const made = {
    source: { bucket: name, key, etag: eTag },
    renditions: [{ name: 'small', format: 'webp', key: place, width: info.width, height: info.height, bytes: info.size }],
  };
  await put(`manifests/${key}`, JSON.stringify(made), 'application/json', { IfNoneMatch: '*' });
}

// The ETag that the manifest of this key names, if there is a manifest.
async function madeFrom(key) {
  try {
    const manifest = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: `manifests/${key}` }));
    return JSON.parse(await manifest.Body.transformToString()).source.etag;
  } catch (problem) {
    if (problem.name === 'NoSuchKey') return undefined;
    throw problem;
  }
}

function put(key, body, type, more) {
  return s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: type, ...more }));
}
