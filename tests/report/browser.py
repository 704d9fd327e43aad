"""A page in headless Chromium, spoken to over the DevTools protocol (chromedevtools.github.io/devtools-protocol)."""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# Nothing of the browser's own reaches out; as root it can't have its sandbox.
_FLAGS = (
    *("--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--remote-debugging-port=0"),
    *(("--no-sandbox",) if os.geteuid() == 0 else ()),
)


@dataclass
class Page:
    """A page that has been loaded: what it complained about, what it asked for, and a way to act in it."""

    socket: ClientConnection
    session: str | None = None
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def call(self, method: str, **given: Any) -> dict[str, Any]:
        """The result of a command; events that come in meanwhile are noted."""
        number, session = next(self._numbers), {"sessionId": self.session} if self.session else {}
        self.socket.send(json.dumps({"id": number, "method": method, "params": given, **session}))
        while (said := json.loads(self.socket.recv(timeout=60))).get("id") != number:
            self._note(said)
        assert "error" not in said, said["error"]
        result: dict[str, Any] = said["result"]
        return result

    def _note(self, event: dict[str, Any]) -> None:
        about = event.get("params", {})
        if event.get("method") == "Network.requestWillBeSent":
            self.requests.append(about["request"]["url"])
        elif event.get("method") in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"):
            self.complaints.append(json.dumps(about))
        elif event.get("method") == "Page.javascriptDialogOpening":
            self.complaints.append(f"a dialog: {about['message']}")
            self.call("Page.handleJavaScriptDialog", accept=False)

    def run(self, script: str) -> Any:
        """The value of an expression in the page; a promise is waited for."""
        ended = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in ended, ended["exceptionDetails"]
        return ended["result"].get("value")


@contextmanager
def opened(path: Path, profile: Path, width: int = 1280, scheme: str = "light") -> Iterator[Page]:
    """The page of a file, `width` pixels wide, in light or dark."""
    assert CHROMIUM
    command = [CHROMIUM, *_FLAGS, f"--user-data-dir={profile}", "about:blank"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as browser:
        assert browser.stderr
        address = next(found[1] for line in browser.stderr if (found := re.search(r"listening on (ws:\S+)", line)))
        try:
            with connect(address, max_size=None, compression=None) as socket:
                yield _loaded(Page(socket), path, width, scheme)
        finally:
            browser.terminate()


def _loaded(page: Page, path: Path, width: int, scheme: str) -> Page:
    target = page.call("Target.createTarget", url="about:blank")["targetId"]
    page.session = page.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    for domain in ("Page", "Network", "Runtime", "Log"):
        page.call(f"{domain}.enable")
    page.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600)
    page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    page.call("Page.navigate", url=path.resolve().as_uri())
    page.run(
        "new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', () => done()))"
    )
    return page
