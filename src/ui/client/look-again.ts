// A page on work that goes on in the background: keeps its counts fresh, and shows the result once there is one.
const every = 1500

const underWay = (page: ParentNode): Element | null => page.querySelector('[data-under-way]')

const lookAgain = async (): Promise<void> => {
  const shown = underWay(document)
  if (!shown) return
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    const fresh = underWay(new DOMParser().parseFromString(await answer.text(), 'text/html'))
    if (answer.ok && !fresh) return location.reload()
    if (answer.ok && fresh && fresh.innerHTML !== shown.innerHTML) shown.innerHTML = fresh.innerHTML
  } catch {
    // The network is away for a moment: the next look may succeed.
  }
  setTimeout(() => void lookAgain(), every)
}

if (underWay(document)) setTimeout(() => void lookAgain(), every)
