// Where the browser lends its camera, a picture a second is sent to be read; elsewhere the photo of the form does.
const form = document.querySelector<HTMLFormElement>('#photo-form')
const longest = 1600

if (form && navigator.mediaDevices?.getUserMedia) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn alt wide'
  button.textContent = form.dataset.live ?? ''
  form.append(button)

  const video = document.createElement('video')
  video.playsInline = true
  video.muted = true
  const canvas = document.createElement('canvas')
  let stream: MediaStream | undefined

  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = undefined
    button.textContent = form.dataset.live ?? ''
  }

  const send = async () => {
    const scale = Math.min(1, longest / Math.max(video.videoWidth, video.videoHeight, 1))
    canvas.width = video.videoWidth * scale
    canvas.height = video.videoHeight * scale
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8))
    if (!picture) return
    const body = new FormData()
    body.set('photo', picture, 'photo.jpg')
    const answer = await fetch(form.action, {
      method: 'POST',
      body,
      headers: { accept: 'text/html; part=seen' },
    })
    const html = await answer.text()
    // Closed, or no longer signed in: the whole page comes back, and says so.
    if (!answer.ok || !html.startsWith('<div id="seen"')) return location.reload()
    const seen = document.querySelector('#seen')
    if (seen) seen.outerHTML = html
    else form.insertAdjacentHTML('beforebegin', html)
  }

  const read = async () => {
    if (!stream) return
    // The network may be away for a moment: the next picture tries again.
    await send().catch(() => {})
    if (stream) setTimeout(read, 1000)
  }

  button.addEventListener('click', async () => {
    if (stream) return stop()
    stream = await navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 } } })
      .catch(() => undefined)
    if (!stream) return button.remove()
    button.textContent = form.dataset.stop ?? ''
    video.srcObject = stream
    await video.play()
    read()
  })
  addEventListener('pagehide', stop)
}
