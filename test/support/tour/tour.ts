import type { TestCloud } from '../cloud'
import { enterAs } from '../enter'
import type { Phone } from '../phone'
import { prepareTour, type TourCounty } from './county'
import { addressOf, type Stop, stops } from './stops'

/** Opens every stop, one person after the other, and calls `look` when it is ready. */
export async function takeTour(
  cloud: TestCloud,
  large: boolean,
  look: (phone: Phone, stop: Stop, county: TourCounty) => Promise<void>,
  county?: TourCounty,
): Promise<TourCounty> {
  const here = county ?? (await prepareTour(cloud))
  for (const who of [...new Set(stops.map((stop) => stop.who))]) {
    const phone = await enterAs(cloud, who, large)
    for (const stop of stops.filter((one) => one.who === who)) {
      // by way of an empty page, so that the same page with other parameters is loaded anew
      await phone.goto('about:blank')
      await phone.goto(addressOf(stop, here))
      try {
        await phone.see(stop.see)
      } catch {
        // the tour is about how pages look, not about how they load: once more, and said aloud
        console.warn(
          `${stop.name} did not come; there is: ${(await phone.text()).slice(0, 300)}; ${phone.errors.join('; ')}`,
        )
        await phone.page.reload()
        await phone.see(stop.see)
      }
      await stop.ready?.(phone)
      await phone.rest()
      await look(phone, stop, here)
    }
    await phone.close()
  }
  return here
}
