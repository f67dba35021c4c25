import { initAll } from 'govuk-frontend'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')

initAll()

const resting = 3000

/** A form that was sent is not sent again by a second press while the first is on its way. */
const preventDoubleSubmit = (event: SubmitEvent): void => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
  if (form.dataset['sent'] === 'yes') {
    event.preventDefault()
    return
  }
  form.dataset['sent'] = 'yes'
  setTimeout(() => delete form.dataset['sent'], resting)
}

document.addEventListener('submit', preventDoubleSubmit)
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset['sent']
})
