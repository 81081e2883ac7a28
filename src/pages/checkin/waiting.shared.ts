/**
 * What to say of a check-in that waits on the phone.
 * @param isScan a scan, whose moment counts; a typed code is good for a few minutes only
 * @param held the storage is full: it is gone when the app is closed
 */
export function waitingWords(isScan: boolean, held: boolean): { title: string; words: string } {
  if (held) {
    return {
      title: '先别关掉小程序',
      words: '手机存储满了，这次签到存不下。请开着小程序连上网，马上送出；连不上就请书记代录。',
    }
  }
  return isScan
    ? { title: '扫上了，等联网', words: '签到已存在手机里，联网后自动送出。扫码的时间已经记下，您可以放心走开。' }
    : {
        title: '记下了，等联网',
        words: '签到已存在手机里，联网后自动送出。数字码几分钟后就换，请尽快联网，或请书记代录。',
      }
}
