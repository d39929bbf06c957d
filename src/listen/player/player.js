// The player in the page: plain script, no module, so that it runs from a file. Inlined by player-fragment.ts.
(() => {
  const JUMP_SECONDS = 15;
  const SAVE_EVERY_MS = 2000;
  const OWN_SCROLL_MS = 1000;
  /** Letters between one cue and the next that the page may show in between. */
  const NEARBY = 400;
  const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];
  /** What no page speaks, and where no words of a cue are looked for. */
  const NEVER_SPOKEN = '.listen-player, script, style, sup, svg, button, select, [hidden], [aria-hidden="true"]';

  const clock = (seconds) => {
    const whole = Math.floor(seconds);
    const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    const shown = parts[0] > 0 ? parts : parts.slice(1);
    return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
  };
  const spokenTime = (seconds) => {
    const minutes = Math.floor(seconds / 60);
    const rest = Math.floor(seconds % 60);
    return `${minutes > 0 ? `${minutes} minute${minutes === 1 ? '' : 's'} ` : ''}${rest} second${rest === 1 ? '' : 's'}`;
  };

  /** The last entry that begins at or before the time. */
  const indexAt = (entries, time) => {
    let low = 0;
    let high = entries.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (entries[middle].start <= time) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const blockOf = (node) => {
    let element = node.parentElement;
    while (element.parentElement && getComputedStyle(element).display === 'inline') element = element.parentElement;
    return element;
  };

  /** The visible text of the container with white space reduced, and where each letter of it stands. */
  const textMap = (container, notSpoken) => {
    const places = [];
    let text = '';
    let block = null;
    const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(notSpoken) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // Where one block ends and another begins there is a gap, within a line there is none but what is written.
      const within = blockOf(node);
      if (within !== block && text !== '' && !text.endsWith(' ')) {
        text += ' ';
        places.push({ node, offset: 0 });
      }
      block = within;
      for (let offset = 0; offset < node.data.length; offset++) {
        const letter = /\s/.test(node.data[offset]) ? ' ' : node.data[offset];
        if (letter === ' ' && text.endsWith(' ')) continue;
        text += letter;
        places.push({ node, offset });
      }
    }
    return { text, places };
  };

  /** Where words stand in the text, from a place on; a full stop that was put for the voice may be missing there. */
  const placeOf = (words, text, from, end) => {
    const open = words.replace(/[.]$/, '');
    if (open === '') return null;
    const exactly = text.indexOf(words, from);
    if (exactly >= 0 && exactly + words.length <= end) return { at: exactly, length: words.length };
    // So little is only looked for nearby.
    const nearby = text.slice(from, Math.min(end, from + open.length + NEARBY)).indexOf(open);
    return nearby < 0 ? null : { at: from + nearby, length: open.length };
  };

  /**
   * Wraps each cue's words where the page already shows them; a part of the page that shows a cue in other words is
   * marked whole. A cue that is shown nowhere is only heard.
   */
  const markCues = (container, cues, skip) => {
    const { text, places } = textMap(container, [NEVER_SPOKEN, ...skip].join(', '));
    const found = [];
    const parts = [];
    let from = 0;
    cues.forEach((cue, index) => {
      const words = cue.text.replace(/\s+/g, ' ').trim();
      const shown = cue.at === undefined ? null : container.querySelector(cue.at);
      const first = shown ? places.findIndex(({ node }) => shown.contains(node)) : from;
      const last = shown ? places.findLastIndex(({ node }) => shown.contains(node)) : text.length - 1;
      const place =
        first < 0 ? null : placeOf(words, text, shown ? Math.max(first, Math.min(from, last)) : from, last + 1);
      if (place) {
        from = place.at + place.length;
        found.push({ index, first: place.at, last: from - 1 });
      } else if (shown) {
        if (first >= 0) from = Math.max(from, first);
        parts.push({ index, shown });
      }
    });
    for (const { index, shown } of parts) shown.dataset.cue = `${shown.dataset.cue ?? ''} ${index}`.trim();
    // From the end, so that splitting a text node leaves the places before it as they are.
    for (const { index, first, last } of found.reverse()) {
      const byNode = new Map();
      for (let place = first; place <= last; place++) {
        const { node, offset } = places[place];
        const range = byNode.get(node) ?? { start: offset, end: offset };
        range.end = offset + 1;
        byNode.set(node, range);
      }
      for (const [node, { start, end }] of byNode) {
        if (end <= start) continue;
        const part = node.splitText(start);
        part.splitText(end - start);
        const mark = document.createElement('span');
        mark.dataset.cue = String(index);
        part.replaceWith(mark);
        mark.append(part);
      }
    }
  };

  const start = (player) => {
    const { id, title, author, cues, chapters, within, skip } = JSON.parse(
      player.querySelector('.listen-data').textContent,
    );
    const container = document.querySelector(within);
    const audio = player.querySelector('audio');
    const part = (name) => player.querySelector(`.listen-${name}`);
    const [play, seek, time, speed, follow, status, keys] = [
      'play',
      'seek',
      'time',
      'speed',
      'follow',
      'status',
      'keys',
    ].map(part);
    const chapterButtons = [...player.querySelectorAll('.listen-chapters button')];
    const duration = cues.length > 0 ? Math.max(cues[cues.length - 1].end, chapters.at(-1)?.end ?? 0) : 0;
    const memory = `watchfloor-listen:${id}`;
    if (container && !container.querySelector('[data-cue]')) markCues(container, cues, skip);
    const spansOf = (index) => (container ? [...container.querySelectorAll(`[data-cue~="${index}"]`)] : []);

    let current = -1;
    let currentChapter = -1;
    let following = true;
    let ownScrollUntil = 0;
    let savedAt = 0;

    const recall = () => {
      try {
        return JSON.parse(localStorage.getItem(memory) ?? '{}');
      } catch {
        return {}; // Storage may be closed to files; then the position is not remembered.
      }
    };
    const save = () => {
      try {
        localStorage.setItem(memory, JSON.stringify({ at: audio.currentTime, speed: audio.playbackRate }));
      } catch {
        // As above.
      }
    };

    const scrollToCue = (index) => {
      const [span] = spansOf(index);
      if (!span) return;
      const box = span.getBoundingClientRect();
      const top = player.getBoundingClientRect().bottom;
      if (box.top > top + 24 && box.bottom < innerHeight * 0.75) return;
      ownScrollUntil = performance.now() + OWN_SCROLL_MS;
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      scrollTo({ top: scrollY + box.top - innerHeight * 0.35, behavior: calm ? 'auto' : 'smooth' });
    };

    const showTime = () => {
      time.textContent = `${clock(audio.currentTime)} / ${clock(duration)}`;
      seek.value = String(Math.floor(audio.currentTime));
      seek.setAttribute('aria-valuetext', `${spokenTime(audio.currentTime)} of ${spokenTime(duration)}`);
    };
    const showChapter = () => {
      const index = chapters.length > 0 ? indexAt(chapters, audio.currentTime) : -1;
      if (index === currentChapter) return;
      currentChapter = index;
      chapterButtons.forEach((button, at) => {
        button.setAttribute('aria-current', String(at === index));
      });
      if (!audio.paused && index >= 0) status.textContent = `Chapter: ${chapters[index].title}`;
    };
    const showCue = (forced) => {
      const index = indexAt(cues, audio.currentTime + 0.02);
      if (index === current && !forced) return;
      for (const span of spansOf(current)) {
        span.classList.remove('listen-now');
        span.removeAttribute('aria-current');
      }
      current = index;
      for (const span of spansOf(index)) {
        span.classList.add('listen-now');
        span.setAttribute('aria-current', 'true');
      }
      if (following && (forced || !audio.paused)) scrollToCue(index);
    };
    const show = (forced = false) => {
      showTime();
      showChapter();
      showCue(forced);
      const now = performance.now();
      if (now - savedAt > SAVE_EVERY_MS) {
        savedAt = now;
        save();
      }
    };
    const frame = () => {
      show();
      if (!audio.paused) requestAnimationFrame(frame);
    };

    const setFollowing = (on) => {
      following = on;
      follow.hidden = on;
    };
    const goTo = (seconds) => {
      audio.currentTime = Math.min(Math.max(0, seconds), Math.max(0, duration - 0.05));
      show(true);
      save();
    };
    const goToCue = (index) => {
      setFollowing(true);
      goTo(cues[Math.min(Math.max(0, index), cues.length - 1)].start);
    };
    const goToChapter = (index) => {
      if (chapters.length === 0) return;
      setFollowing(true);
      goTo(chapters[Math.min(Math.max(0, index), chapters.length - 1)].start);
    };
    const toggle = () => {
      if (audio.paused)
        audio.play().catch((error) => {
          status.textContent = `The sound cannot be played: ${error.message}`;
        });
      else audio.pause();
    };
    const setSpeed = (rate) => {
      audio.playbackRate = rate;
      audio.defaultPlaybackRate = rate;
      speed.value = String(rate);
      save();
    };
    const changeSpeed = (steps) => {
      const at = SPEEDS.indexOf(audio.playbackRate);
      setSpeed(SPEEDS[Math.min(Math.max(0, (at < 0 ? 1 : at) + steps), SPEEDS.length - 1)]);
      status.textContent = `Speed ${audio.playbackRate}`;
    };

    audio.preservesPitch = true;
    audio.addEventListener('play', () => {
      play.textContent = 'Pause';
      play.setAttribute('aria-label', 'Pause');
      requestAnimationFrame(frame);
    });
    audio.addEventListener('pause', () => {
      play.textContent = 'Play';
      play.setAttribute('aria-label', 'Play');
      show();
      save();
    });
    audio.addEventListener('seeked', () => show(true));
    audio.addEventListener('error', () => {
      status.textContent = 'The sound cannot be played in this browser.';
      status.classList.remove('listen-quiet');
    });

    play.addEventListener('click', toggle);
    part('back').addEventListener('click', () => goTo(audio.currentTime - JUMP_SECONDS));
    part('forward').addEventListener('click', () => goTo(audio.currentTime + JUMP_SECONDS));
    seek.addEventListener('input', () => goTo(Number(seek.value)));
    speed.addEventListener('change', () => setSpeed(Number(speed.value)));
    follow.addEventListener('click', () => {
      setFollowing(true);
      scrollToCue(current);
    });
    chapterButtons.forEach((button, index) => {
      button.addEventListener('click', () => {
        goToChapter(index);
        part('chapters').open = false;
      });
    });
    container?.addEventListener('click', (event) => {
      const span = event.target.closest('[data-cue]');
      if (!span || event.target.closest('a, button') || String(getSelection()) !== '') return;
      goToCue(Number.parseInt(span.dataset.cue, 10));
    });

    const letGo = () => {
      if (!audio.paused && performance.now() > ownScrollUntil) setFollowing(false);
    };
    addEventListener('wheel', () => !audio.paused && setFollowing(false), { passive: true });
    addEventListener('touchmove', () => !audio.paused && setFollowing(false), { passive: true });
    addEventListener('scroll', letGo, { passive: true });

    const actions = {
      ' ': toggle,
      k: () => goToCue(current - 1),
      j: () => goToCue(current + 1),
      ArrowLeft: () => goTo(audio.currentTime - JUMP_SECONDS),
      ArrowRight: () => goTo(audio.currentTime + JUMP_SECONDS),
      p: () => goToChapter(currentChapter - 1),
      n: () => goToChapter(currentChapter + 1),
      '<': () => changeSpeed(-1),
      '>': () => changeSpeed(1),
      f: () => follow.click(),
      c: () => {
        part('chapters').open = !part('chapters').open;
      },
      '?': () => {
        keys.hidden = !keys.hidden;
      },
    };
    addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const inControl = event.target.closest('input, select, textarea, [contenteditable]');
      const pressesButton = event.key === ' ' && event.target.closest('button, summary, a');
      const action = actions[event.key];
      if (!action || inControl || pressesButton) return;
      event.preventDefault();
      action();
    });

    if ('mediaSession' in navigator) {
      navigator.mediaSession.metadata = new MediaMetadata({ title, artist: author ?? '' });
      const handlers = {
        play: toggle,
        pause: toggle,
        seekbackward: () => goTo(audio.currentTime - JUMP_SECONDS),
        seekforward: () => goTo(audio.currentTime + JUMP_SECONDS),
        previoustrack: () => goToChapter(currentChapter - 1),
        nexttrack: () => goToChapter(currentChapter + 1),
        seekto: (details) => goTo(details.seekTime),
      };
      for (const [name, handler] of Object.entries(handlers)) navigator.mediaSession.setActionHandler(name, handler);
    }

    const remembered = recall();
    seek.max = String(Math.floor(duration));
    setSpeed(SPEEDS.includes(remembered.speed) ? remembered.speed : 1);
    player.hidden = false;
    addEventListener('pagehide', save);
    const resume = () => {
      if (remembered.at > 0 && remembered.at < duration - 1) audio.currentTime = remembered.at;
      show(remembered.at > 0);
    };
    if (audio.readyState >= 1) resume();
    else audio.addEventListener('loadedmetadata', resume, { once: true });
  };

  /** A data address cannot be sought in everywhere; the same bytes as a blob can. */
  const unpack = (audio) => {
    const [head, base64] = audio.src.split(';base64,');
    if (!base64 || !head.startsWith('data:')) return;
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    audio.src = URL.createObjectURL(new Blob([bytes], { type: head.slice('data:'.length) }));
  };

  for (const player of document.querySelectorAll('.listen-player')) {
    const audio = player.querySelector('audio');
    audio.removeAttribute('controls');
    audio.hidden = true;
    for (const control of player.querySelectorAll('.listen-bar')) control.hidden = false;
    unpack(audio);
    start(player);
  }
})();
