"""`enrich report`: a published version as one HTML page."""

from __future__ import annotations

import webbrowser
from pathlib import Path

from enrich.errors import UsageError, VersionNotFound
from enrich.identities.reasons import EXPLANATIONS
from enrich.report import compute_figures, render_page
from enrich.tables import Diff, diff, open_version
from enrich.terminal import say


def write_report(version: str, output: Path | None, folder: str, *, show: bool) -> None:
    """Writes the page of a version to `output` (default: `report-<version>.html` here), and opens it if asked to."""
    opened = open_version(folder, version)
    meanings = {str(reason): meaning for reason, meaning in EXPLANATIONS.items()}
    page = render_page(compute_figures(opened, _changes(folder, opened.name), meanings))
    path = output or Path(f"report-{opened.name}.html")
    try:
        path.write_text(page, "utf-8")
    except OSError as error:
        raise UsageError(f"{path} can't be written ({error.strerror}): name another file with --output.") from None
    size = path.stat().st_size / 1e6
    say(f"{path}: the report of {opened.name}, {size:.1f} MB. Any browser opens it, offline, too.")
    if show:
        webbrowser.open(path.resolve().as_uri())


def _changes(folder: str, version: str) -> Diff | None:
    """What changed since the version before; None if there was none."""
    try:
        return diff(folder, None, version)
    except VersionNotFound:
        return None
