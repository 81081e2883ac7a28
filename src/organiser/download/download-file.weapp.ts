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

/** See download-file.d.ts. */
export async function downloadFile({ fileId, fileName }: CloudFile): Promise<void> {
  const { tempFilePath } = await Taro.cloud.downloadFile({ fileID: fileId })
  await Taro.openDocument({ filePath: await named(tempFilePath, fileName), fileType: 'docx', showMenu: true })
}
