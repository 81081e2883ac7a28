import Taro from '@tarojs/taro'
import type { CloudFile } from './download-file'

/** Gives the temporary file its own name, which is what is seen when it is forwarded; without room it keeps the temporary one. */
function named(tempFilePath: string, fileName: string): Promise<string> {
  const path = `${Taro.env.USER_DATA_PATH}/${fileName}`
  return new Promise((resolve) => {
    Taro.getFileSystemManager().copyFile({
      srcPath: tempFilePath,
      destPath: path,
      success: () => resolve(path),
      fail: () => resolve(tempFilePath),
    })
  })
}

/** What WeChat opens a file with: by the end of its name. */
const typeOf = (fileName: string): 'docx' | 'xlsx' => (fileName.endsWith('.xlsx') ? 'xlsx' : 'docx')

/** See download-file.d.ts. By the temporary address: the storage's rule lets no client read a file by its id. */
export async function downloadFile({ url, fileName }: CloudFile): Promise<void> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url })
  // an address that is over is answered with a page of its own, not with a failure
  if (statusCode !== 200) throw new Error(`no file, status ${statusCode}`)
  await Taro.openDocument({ filePath: await named(tempFilePath, fileName), fileType: typeOf(fileName), showMenu: true })
}
