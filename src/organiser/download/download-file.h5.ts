import type { CloudFile } from './download-file'

/** See download-file.d.ts. The browser saves what the address gives, under the file's own name. */
export async function downloadFile({ url, fileName }: CloudFile): Promise<void> {
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.rel = 'noopener'
  document.body.appendChild(link)
  link.click()
  link.remove()
}
