package news.piton.app.site;

/** The scripts that watch a page from within for what should not be in it. */
final class Watch {
    /** Notes what runs, and what the policy held back. */
    static final String WATCH = """
        const ran = (top.__ran = top.__ran || []);
        for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = (x) => ran.push(name + ' ' + x);
        addEventListener('securitypolicyviolation', (e) => ran.push('policy: ' + e.violatedDirective + ' ' + e.blockedURI));
        """;

    /** Wakes whatever sleeps in the page, lets it run, then tells what ran and what should not be there. */
    static final String LOOK = """
        const found = [], done = arguments[arguments.length - 1];
        const schemes = ['http:', 'https:', 'mailto:', 'tel:', 'about:', 'file:', arguments[0]];
        const all = [...document.querySelectorAll('*')];
        for (const e of all) {
          const tag = e.tagName.toLowerCase();
          if (['iframe', 'frame', 'object', 'embed', 'base', 'svg', 'math', 'template', 'applet', 'portal'].includes(tag))
            found.push(tag);
          if (tag === 'meta' && e.httpEquiv && e.httpEquiv.toLowerCase() === 'refresh') found.push('refresh');
          if (tag === 'script' && e.type !== 'application/ld+json' && !e.src.startsWith(location.origin + '/assets/'))
            found.push('script ' + e.outerHTML.slice(0, 200));
          for (const a of e.attributes) {
            if (a.name.startsWith('on') || a.name === 'srcdoc' || (a.name === 'style' && arguments[1])) found.push(tag + ' ' + a.name);
            if (['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'background', 'cite'].includes(a.name)) {
              let scheme = '';
              try { scheme = new URL(a.value, location.href).protocol; } catch { continue; }
              if (!schemes.includes(scheme)) found.push(tag + ' ' + a.name + '=' + a.value);
            }
          }
          if (!e.matches('[data-copy], form'))
            for (const name of ['mouseover', 'pointerenter', 'focus', 'focusin', 'error', 'load', 'toggle', 'animationstart',
              'transitionend', 'begin', 'start', 'pageshow'])
              e.dispatchEvent(new Event(name));
        }
        if (window.name || document.body.tagName !== 'BODY') found.push('clobbered');
        setTimeout(() => done([...found, ...(window.__ran || ['the watch is missing'])]));
        """;

    private Watch() {}
}
